package dev.regulars.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    @Property
    void readsWhatTheJdkWrites(
            @ForAll @LongRange(min = YEAR_0, max = YEAR_10000) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant time = Instant.ofEpochSecond(second, nanos);
        assertThat(Rfc3339.parse(time.toString())).isEqualTo(time);
    }

    @Property
    void writesMillisecondsAsTheJdkDoes(
            @ForAll @LongRange(min = YEAR_0 - 100_000_000_000L, max = YEAR_10000 + 100_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant time = Instant.ofEpochSecond(second, nanos);
        assertThat(Rfc3339.milliseconds(time))
                .isEqualTo(new DateTimeFormatterBuilder()
                        .appendInstant(3)
                        .toFormatter()
                        .format(time));
    }

    @Property
    void readsAndRefusesAsTheJdkDoesWhateverTheCharacter(
            @ForAll @IntRange(max = 28) int at,
            @ForAll @Chars({'0', '2', '6', '9', '-', '+', ':', '.', ',', 'T', 't', 'Z', 'z', ' '}) char other) {
        var text = new StringBuilder("2026-03-10T16:15:50.12+01:00").append("Z");
        text.setCharAt(at, other);
        for (String form : List.of(text.toString(), text.substring(0, 28), text.substring(0, 22) + "Z")) {
            assertThat(read(Rfc3339::parse, form)).as(form).isEqualTo(read(Instant::parse, form));
        }
    }

    private static Optional<Instant> read(Function<String, Instant> reader, String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T16:15:50Z",
                "2026-03-10T16:15:50.1Z",
                "2026-03-10T16:15:50.123456789Z",
                "2024-02-29T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "2026-03-10t16:15:50z",
                "2026-03-10T18:15:50.5+02:00",
                "2016-12-31T23:59:60Z",
                "2026-03-10T24:00:00Z",
                "+12026-03-10T16:15:50Z",
                "-0001-03-10T16:15:50Z"
            })
    void readsEveryFormThatTheJdkReads(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-10",
                "2026-03-10T16:15:50",
                "2026-03-10T16:15:50.1234567890Z",
                "2026-03-10T16:15:50,123Z",
                "2026-03-10T16:15:50.12a4Z",
                "2026-02-29T16:15:50Z",
                "2026-13-10T16:15:50Z",
                "2026-03-10T25:15:50Z",
                "2026-03-10T16:60:50Z",
                "2026-03-10T16:15:61Z",
                "2026-03-10 16:15:50Z",
                "2026-03-10T16:15:-1Z",
                "2026-03-10T16:15:50.-12Z"
            })
    void refusesWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
