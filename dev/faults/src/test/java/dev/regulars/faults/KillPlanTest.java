package dev.regulars.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.KillPlan.Kill;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KillPlanTest {

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(kills(7, 50)).isEqualTo(kills(7, 50)).isNotEqualTo(kills(8, 50));
    }

    @Test
    void everyKindComesOnceBeforeOneComesAgain() {
        List<String> kinds = kills(7, 18).stream().map(Kill::kind).toList();
        assertThat(kinds.subList(0, 9)).doesNotHaveDuplicates().contains("mongod", "kafka");
        assertThat(kinds.subList(9, 18)).containsExactlyInAnyOrderElementsOf(kinds.subList(0, 9));
    }

    @Test
    void bothReplicasAreKilledWhereThereAreTwo() {
        assertThat(kills(7, 100))
                .extracting(Kill::target)
                .contains("gateway", "gateway-2", "identity-service")
                .doesNotContain("identity-service-2");
    }

    @Test
    void anOutageStopsBrokerAndDatabaseInTurn() {
        var plan = new KillPlan(7, List.of(), Duration.ofSeconds(30));
        List<Kill> kills = Stream.generate(plan::next).limit(4).toList();
        assertThat(kills).extracting(Kill::target).containsExactly("kafka", "mongod", "kafka", "mongod");
        assertThat(kills).extracting(Kill::downtime).containsOnly(Duration.ofSeconds(30));
    }

    private static List<Kill> kills(long seed, int many) {
        return Stream.generate(new KillPlan(seed, List.of("gateway"))::next)
                .limit(many)
                .toList();
    }
}
