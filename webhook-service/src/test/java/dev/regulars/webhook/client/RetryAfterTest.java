package dev.regulars.webhook.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    static final Instant NOW = Instant.parse("1994-11-06T08:49:17Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20                             | PT20S
            ' 20 '                         | PT20S
            0                              | PT0S
            86400                          | PT24H
            86401                          | PT24H
            99999999999999999999           | PT24H
            Sun, 06 Nov 1994 08:49:37 GMT  | PT20S
            Friday, 06-Nov-26 08:49:37 GMT | PT24H
            Sun Nov  6 08:49:37 1994       | PT20S
            Sun, 06 Nov 1994 08:00:00 GMT  | PT0S
            Thu, 01 Jan 2099 00:00:00 GMT  | PT24H
            """)
    void w2SecondsAndDatesAreRead(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "20 s", "1e3", "٢٠", "2026-01-01T00:00:00Z"})
    void w2AnythingElseIsIgnored(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }
}
