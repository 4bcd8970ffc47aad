package dev.regulars.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterleavedRunsTest {

    private final List<String> runs = new ArrayList<>();
    private final InterleavedRuns interleaved = new InterleavedRuns(3, Duration.ofSeconds(9), line -> {});

    @Test
    void contendersTakeTurnsAndWarmUpsDoNotCount() {
        Table table = interleaved.run(
                "a and b", List.of(contender("a", Duration.ofMillis(1), 5), contender("b", Duration.ZERO, 5)));

        assertThat(runs.getFirst()).isEqualTo("a PT2S");
        assertThat(runs.stream().dropWhile("a PT2S"::equals))
                .containsExactly("a PT9S", "b PT9S", "a PT9S", "b PT9S", "a PT9S", "b PT9S");
        assertThat(table.samples().get("a")).hasSize(3);
    }

    @Test
    void aContenderWarmsUpUntilItsCostIsStable() {
        Table unused = interleaved.run(
                "a alone", List.of(contender("a", Duration.ofMinutes(1), 9, 8, 7, 6, 6, 6, 6, 6, 6, 6, 6)));

        assertThat(runs.stream().takeWhile("a PT2S"::equals)).hasSize(8);
    }

    @Test
    void aContenderMayWarmUpForAFixedTime() {
        Contender stable = contender("a", Duration.ofMillis(50), 5);
        Table unused =
                interleaved.run("a alone", List.of(Contender.warmedFor(stable.warmUp(), stable.name(), stable.load())));

        assertThat(runs.stream().takeWhile("a PT2S"::equals)).hasSizeGreaterThan(20);
    }

    @Test
    void aFigureIsTheMedianOfItsRuns() {
        Table table = interleaved.run(
                "a and b", List.of(contender("a", Duration.ZERO, 3, 100, 4), contender("b", Duration.ZERO, 2)));

        assertThat(table.spread("a", "cost")).contains(new Spread(3, 4, 100));
        assertThat(table.ratio("cost", "a", "b")).hasValue(2);
    }

    @Test
    void aMissingContenderIsNotCompared() {
        Table table = interleaved.run("a alone", List.of(contender("a", Duration.ZERO, 3)));

        assertThat(table.ratio("cost", "a", "b")).isEmpty();
        assertThat(table.ratio("speed", "a", "a")).isEmpty();
    }

    /** A contender whose runs report these costs in turn. */
    private Contender contender(String name, Duration warmUp, double... costs) {
        return new Contender(name, warmUp, time -> {
            long before = runs.stream().filter(run -> run.startsWith(name)).count();
            runs.add(name + " " + time);
            return Sample.EMPTY.and("cost", costs[(int) before % costs.length]);
        });
    }
}
