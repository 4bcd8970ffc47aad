package dev.regulars.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    @Test
    void aHundredAnswersInASecond() {
        List<String> log = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> (7_000_000 + (i - 1) * 9_990L) + "\t200\t" + (i == 100 ? 10_990 : i * 100))
                .toList();

        LoadResult result = LoadResult.of(log);

        assertThat(result).isEqualTo(new LoadResult(100, 0, 1, 5, 9.9));
        assertThat(result.perSecond()).isEqualTo(100);
    }

    @Test
    void otherStatusesAreErrors() {
        assertThat(LoadResult.of(List.of("1\t200\t5", "2\t503\t5", "3\t-1\t5", "4\t201\t5"))
                        .failed())
                .isEqualTo(2);
    }

    @Test
    void noResponsesAreAnError() {
        assertThatThrownBy(() -> LoadResult.of(List.of())).hasMessage("No responses");
    }
}
