package dev.regulars.web.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "José Müller",
                "陳大文",
                "محمد",
                "می‌خواهم",
                "👩‍👩‍👧 family",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "a b",
                "-",
                "нет",
            })
    void whatPeopleAreCalledIsAName(String name) {
        assertThat(ShownText.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u200d",
                "\u2800",
                "\u3164",
                "\u0301",
                "\u00a0",
                "a\u200bb",
                "\ufeffa",
                "\u00ad-a",
                "\u202eevil",
                "a\u2066b",
                "\u200fa",
                "a\r\nb",
                "a\tb",
                "a\u0000",
                "a\u007f",
                "a\u2028b",
                "\ue000a",
            })
    void whatHidesOrTurnsIsNone(String name) {
        assertThat(ShownText.isName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one\ntwo", "one\r\n\ttwo"})
    void aTextHasLines(String text) {
        assertThat(ShownText.isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\u202eb", "a\u0000b"})
    void aTextHidesNothingEither(String text) {
        assertThat(ShownText.isText(text)).isFalse();
    }
}
