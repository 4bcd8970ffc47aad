package dev.regulars.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ana, ANA",
        "ana, \u0430n\u0430", // Cyrillic
        "ana, \uFF41\uFF4E\uFF41", // full width
        "stra\u00DFe, STRASSE",
        "caf\u00E9, cafe\u0301",
        "rnaria, maria",
        "ann1, annl",
        "\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2, \u03A3\u038A\u03A3\u03A5\u03A6\u039F\u03A3",
    })
    void confusableUsernamesAreEqual(String one, String other) {
        assertThat(NameRules.usernameKey(one)).isEqualTo(NameRules.usernameKey(other));
    }

    @ParameterizedTest
    @CsvSource({"ana, anna", "ben, bem", "a.b, ab", "a-b, a_b", "user1, user2"})
    void distinguishableUsernamesDiffer(String one, String other) {
        assertThat(NameRules.usernameKey(one)).isNotEqualTo(NameRules.usernameKey(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "\u0622\u0646\u0627",
                "\u0939\u093F\u0928\u094D\u0926\u0940",
                "\uD835\uDC9C",
                "a.b-c_d",
                "ufs-x"
            })
    void usernamesOfAllScriptsAreAccepted(String name) {
        assertThat(name).matches(NameRules.USERNAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with space",
                "a\u200Bb",
                "a\u200Db",
                "a\u202Eb",
                "a\u2066b",
                "a\u00ADb",
                "\u3164",
                "\u115F",
                "a\uFE0F",
                "a\u0000b",
                "a@b",
                "a/b",
                "\uD83D\uDE00"
            })
    void invisibleAndBidiCharactersAreRefused(String name) {
        assertThat(name).doesNotMatch(NameRules.USERNAME);
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ' Ana@EXAMPLE.com '",
        "ana@xn--bcher-kva.example, ana@b\u00FCcher.example",
        "ana@xn--bcher-kva.example, ana@B\u00DCCHER.example",
        "ana@example.com, \uFF41na@example.com",
    })
    void equivalentAddressesAreEqual(String one, String other) {
        assertThat(EmailAddress.canonical(one)).isEqualTo(EmailAddress.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.org",
        "ana@example.com, an.a@example.com",
        "ana+x@example.com, ana@example.com"
    })
    void differentAddressesDiffer(String one, String other) {
        assertThat(EmailAddress.canonical(one)).isNotEqualTo(EmailAddress.canonical(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no at sign", "@", "a@", "a@..", "a@-b-.c"})
    void textThatIsNoAddressHasACanonicalForm(String text) {
        assertThat(EmailAddress.canonical(text)).isNotNull();
    }
}
