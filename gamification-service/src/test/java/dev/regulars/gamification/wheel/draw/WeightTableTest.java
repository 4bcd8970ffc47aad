package dev.regulars.gamification.wheel.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.crypto.Secrets;
import dev.regulars.testkit.Concurrently;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTableTest {

    private static final int DRAWS = Concurrently.rounds(50_000, 1_000_000);
    private static final double LEAST_PROBABILITY = 1e-4;

    /** An odd number of prizes, so that the distribution function has a closed form. */
    @ParameterizedTest
    @ValueSource(strings = {"1,1,1", "1,19,80", "1,10,100,1000,10000,30,7,2,900,44,3", "5,0,95,900"})
    void drawsFollowTheWeights(String weights) {
        WeightTable table = table(weights);
        String seed = Secrets.hash("fixed seed of " + weights);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            counts.merge(table.draw(seed, "client " + i, Set.of()).prize().label(), 1, Integer::sum);
        }

        assertThat(probability(table, counts)).isGreaterThan(LEAST_PROBABILITY);
    }

    @Test
    void oddsThatAreNotThoseOfTheTableAreNoticed() {
        WeightTable table = table("1,19,80");
        WeightTable other = table("1,20,79");
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            counts.merge(table.draw("seed", "client " + i, Set.of()).prize().label(), 1, Integer::sum);
        }

        assertThat(probability(other, counts)).isLessThan(LEAST_PROBABILITY);
    }

    @Test
    void exhaustedPrizesFallToTheirFallback() {
        var first = new Prize("First", 1, Map.of("coins", 100L), 1L, "Second");
        var second = new Prize("Second", 0, Map.of("coins", 10L), 5L, "Third");
        var third = new Prize("Third", 0, Map.of(), null, null);
        var table = new WeightTable(1, List.of(first, second, third));

        assertThat(table.draw("seed", "client", Set.of()).prize()).isEqualTo(first);
        assertThat(table.draw("seed", "client", Set.of("Second")).exhausted()).isEmpty();
        var drawn = table.draw("seed", "client", Set.of("First", "Second"));
        assertThat(drawn.prize()).isEqualTo(third);
        assertThat(drawn.exhausted()).containsExactly("First", "Second");
    }

    private static WeightTable table(String weights) {
        List<Long> all = List.of(weights.split(",")).stream().map(Long::valueOf).toList();
        return new WeightTable(
                1,
                IntStream.range(0, all.size())
                        .mapToObj(i -> new Prize("Prize " + i, all.get(i), Map.of(), null, null))
                        .toList());
    }

    /** That chance alone deviates as much: 1 - F of the chi-square distribution with an even number of degrees. */
    private static double probability(WeightTable table, Map<String, Integer> counts) {
        double square = 0;
        int cells = 0;
        for (Prize prize : table.prizes()) {
            double expected = (double) DRAWS * prize.weight() / table.totalWeight();
            double difference = counts.getOrDefault(prize.label(), 0) - expected;
            if (prize.weight() == 0) {
                assertThat(difference).isZero();
            } else {
                square += difference * difference / expected;
                cells++;
            }
        }
        assertThat(cells % 2).isEqualTo(1);
        double term = 1;
        double sum = 0;
        for (int i = 0; i < (cells - 1) / 2; i++) {
            sum += term;
            term *= square / 2 / (i + 1);
        }
        return Math.exp(-square / 2) * sum;
    }
}
