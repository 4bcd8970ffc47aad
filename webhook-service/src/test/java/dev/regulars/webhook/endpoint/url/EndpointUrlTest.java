package dev.regulars.webhook.endpoint.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://example.com                | example.com               | 443   | /
            HTTPS://Example.COM:8443/          | example.com               | 8443  | /
            https://example.com:/x             | example.com               | 443   | /x
            http://example.com?a=b#c           | example.com               | 80    | /?a=b
            https://example.com/café?x=ü       | example.com               | 443   | /caf%C3%A9?x=%C3%BC
            https://example.com/a b/{id}       | example.com               | 443   | /a%20b/%7Bid%7D
            https://e.com/%e9%20%/100%?q=[1]"  | e.com                     | 443   | /%e9%20%25/100%25?q=%5B1%5D%22
            https://e.com/😀                   | e.com                     | 443   | /%F0%9F%98%80
            https://e.com/a;b=c,d:e@f/(g)!*'$& | e.com                     | 443   | /a;b=c,d:e@f/(g)!*'$&
            https://bücher.example/            | xn--bcher-kva.example     | 443   | /
            https://faß.example/               | xn--fa-hia.example        | 443   | /
            https://ДОМЕН.example/             | xn--d1acufc.example       | 443   | /
            https://例え。テスト/                | xn--r8jz45g.xn--zckzah    | 443   | /
            https://my_host.example.com/       | my_host.example.com       | 443   | /
            https://r3---sn-x.example.com/     | r3---sn-x.example.com     | 443   | /
            https://example.com./              | example.com               | 443   | /
            https://１.1.1.1/                   | 1.1.1.1                   | 443   | /
            https://[2606:4700::1111]:8443/    | [2606:4700::1111]         | 8443  | /
            """)
    void w3WireFormIsAscii(String text, String host, int port, String target) {
        EndpointUrl url = EndpointUrl.of(text);

        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/hooks",
                "ftp://example.com/",
                "https:/example.com",
                "https://",
                "https:///x",
                " https://example.com",
                "https://example.com/a\nb",
                "https://example.com/\ud800",
                "https://exa mple.com/",
                "https://a..b/",
                "https://.example.com/",
                "https://a:b@example.com/",
                "https://example.com@10.0.0.1/",
                "https://example.com\\@10.0.0.1/",
                "https://example.com%2f@10.0.0.1/",
                "https://%31%30.0.0.1/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:123456/",
                "https://example.com:-1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://1.2.3.4.5/",
                "https://256.1.1.1/",
                "https://[::1/",
                "https://::1/",
                "https://[fe80::1%eth0]/",
                "https://[1.2.3.4]/",
                "https://xn--a\u00fc.example/"
            })
    void malformedUrlsAreRefused(String text) {
        assertThat(EndpointUrl.parse(text)).isNull();
    }
}
