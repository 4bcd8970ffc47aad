package dev.regulars.web.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://chess.example.com/logo.png?a=b#c", "http://localhost:8080/", "HTTPS://EXAMPLE.COM"})
    void thePagesOfTheWeb(String url) {
        assertThat(UrlRules.isWebUrl(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "data:text/html,x",
                "//example.com/x",
                "/logo.png",
                "https:///x",
                "https:example.com",
                "https://user:secret@example.com",
                "https://example.com/\u202e",
                "https://example.com/a b",
                "https://example.com/\n",
                "ftp://example.com",
            })
    void whatIsNoPage(String url) {
        assertThat(UrlRules.isWebUrl(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chess.example.com", "a.b", "xn--bcher-kva.example", "a-b.c1"})
    void names(String name) {
        assertThat(UrlRules.isHostName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                ".",
                "a",
                "a.",
                ".a",
                "a..b",
                "-a.b",
                "a-.b",
                "A.b",
                "a.b/c",
                "a_b.c",
                "127.0.0.1",
                "a.b:80",
                "bücher.example"
            })
    void whatIsNoName(String name) {
        assertThat(UrlRules.isHostName(name)).isFalse();
    }
}
