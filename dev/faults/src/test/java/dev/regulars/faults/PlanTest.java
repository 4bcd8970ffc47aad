package dev.regulars.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.Plan.Blow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(blows(7, 50)).isEqualTo(blows(7, 50)).isNotEqualTo(blows(8, 50));
    }

    @Test
    void everyKindComesOnceBeforeOneComesAgain() {
        List<String> kinds = blows(7, 12).stream().map(Blow::kind).toList();
        assertThat(kinds.subList(0, 6)).doesNotHaveDuplicates().contains("mongod", "kafka");
        assertThat(kinds.subList(6, 12)).containsExactlyInAnyOrderElementsOf(kinds.subList(0, 6));
    }

    @Test
    void bothReplicasHaveTheirTurn() {
        assertThat(blows(7, 100)).extracting(Blow::victim).contains("gateway", "gateway-2");
    }

    private static List<Blow> blows(long seed, int many) {
        return Stream.generate(new Plan(seed)::next).limit(many).toList();
    }
}
