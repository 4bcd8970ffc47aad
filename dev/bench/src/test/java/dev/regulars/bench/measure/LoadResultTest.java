package dev.regulars.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    @Test
    void aHundredAnswersInASecond() {
        List<String> log = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> (7_000_000 + (i - 1) * 9_990L) + "\t200\t" + (i == 100 ? 10_990 : i * 100))
                .toList();

        LoadResult result = LoadResult.of(log);

        assertThat(result).isEqualTo(new LoadResult(100, Map.of(), 1, 5, 9.9));
        assertThat(result.perSecond()).isEqualTo(100);
    }

    @Test
    void otherStatusesAreErrors() {
        LoadResult result = LoadResult.of(List.of("1\t200\t5", "2\t503\t5", "3\t-1\t5", "4\t201\t5", "5\t503\t5"));

        assertThat(result.failed()).isEqualTo(3);
        assertThat(result.failures()).containsOnly(entry("503", 2), entry("-1", 1));
    }

    @Test
    void noResponsesAreAnError() {
        assertThatThrownBy(() -> LoadResult.of(List.of())).hasMessage("No responses");
    }
}
