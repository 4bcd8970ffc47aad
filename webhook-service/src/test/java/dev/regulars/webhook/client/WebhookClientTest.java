package dev.regulars.webhook.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.RawEndpoint;
import dev.regulars.webhook.RawEndpoint.Answer;
import dev.regulars.webhook.TestEnvironment;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WebhookClientTest {

    @Inject
    WebhookClient client;

    @Test
    void callGoesToTheVettedAddressAndNamesTheHost() {
        try (var partner = new PartnerEndpoint()) {
            assertThat(post("http://localhost:" + partner.port())).isInstanceOf(Answered.class);
            assertThat(partner.messages.getFirst().host()).isEqualTo("localhost:" + partner.port());
        }
    }

    @Test
    void redirectIsNotFollowed() {
        try (var partner = new PartnerEndpoint();
                var elsewhere = new PartnerEndpoint()) {
            partner.status = 307;
            partner.location = elsewhere.url();

            assertThat(status(post(partner.url()))).isEqualTo(307);
            assertThat(elsewhere.messages).isEmpty();
        }
    }

    @Test
    void retryAfterCountsFor429And503Only() {
        try (var endpoint = new RawEndpoint()) {
            for (int status : List.of(429, 503, 500)) {
                endpoint.answer = Answer.of("HTTP/1.1 " + status
                        + " No\r\nRetry-After: 9\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

                assertThat(post(endpoint.url()).retryAfter()).isEqualTo(status == 500 ? null : Duration.ofSeconds(9));
            }
        }
    }

    @Test
    void aCallThatMeetsAConnectionBeingClosedIsSentAgainOnANewOne() {
        try (var endpoint = new RawEndpoint()) {
            endpoint.answer = out -> {
                out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(UTF_8));
                Thread.sleep(200); // the next call comes on this connection, which is closed then
            };

            assertThat(status(post(endpoint.url()))).isEqualTo(204);
            assertThat(status(post(endpoint.url()))).isEqualTo(204);
            assertThat(endpoint.messages).hasSize(2);
        }
    }

    @Test
    void aCallThatIsNotAnsweredOnANewConnectionIsNotSentAgain() {
        try (var endpoint = new RawEndpoint()) {
            endpoint.answer = out -> {};

            assertThat(post(endpoint.url())).isInstanceOf(Unanswered.class);
            assertThat(endpoint.messages).hasSize(1);
        }
    }

    @Test
    void w3PathAndQueryArePercentEncoded() {
        try (var endpoint = new RawEndpoint()) {
            post(endpoint.url() + "café?x=ü");

            assertThat(endpoint.messages.getFirst().line()).isEqualTo("POST /caf%C3%A9?x=%C3%BC HTTP/1.1");
        }
    }

    @Test
    void w4UserAgentNamesProductAndVersion() {
        try (var endpoint = new RawEndpoint()) {
            post(endpoint.url());

            assertThat(endpoint.messages.getFirst().headers())
                    .hasEntrySatisfying(
                            "User-Agent", agent -> assertThat(agent).matches("Regulars-Webhooks/[0-9][\\w.-]*"));
        }
    }

    @ParameterizedTest
    @CsvSource({"two.example, 127.0.0.2", "three.example, 127.0.0.2;127.0.0.3"})
    void w7NextVettedAddressIsTriedWhenTheFirstRefusesConnections(String host, String refusing) {
        TestEnvironment.NAMES.addresses.put(
                host,
                Stream.concat(Stream.of(refusing.split(";")), Stream.of("127.0.0.1"))
                        .toList());
        try (var endpoint = new RawEndpoint()) {
            assertThat(status(post("http://" + host + ":" + endpoint.port() + "/")))
                    .isEqualTo(204);
            assertThat(endpoint.messages).hasSize(1);
        }
    }

    @Test
    void oneForbiddenAddressForbidsTheHost() {
        TestEnvironment.NAMES.addresses.put("mixed.example", List.of("127.0.0.1", "10.0.0.1"));
        try (var endpoint = new RawEndpoint()) {
            assertThat(reason(post("http://mixed.example:" + endpoint.port() + "/")))
                    .isEqualTo("mixed.example does not resolve to a public address");
            assertThat(endpoint.messages).isEmpty();
        }
    }

    @Test
    void w8NamesInsideAndUnknownNamesLookAlike() {
        TestEnvironment.NAMES.addresses.put("db.inside.example", List.of("10.2.3.4"));
        TestEnvironment.NAMES.unanswered.add("slow.inside.example");

        for (String host : List.of("db.inside.example", "slow.inside.example", "nowhere.invalid")) {
            assertThat(reason(post("https://" + host + "/"))).isEqualTo(host + " does not resolve to a public address");
        }
    }

    @Test
    void w6NameServerThatHangsDelaysNoOtherName() {
        TestEnvironment.NAMES.addresses.put("quick.example", List.of("127.0.0.1"));
        var hanging = Stream.iterate(0, n -> n + 1)
                .limit(200)
                .map(n -> "hanging" + n + ".example")
                .peek(TestEnvironment.NAMES.unanswered::add)
                .map(host -> client.post(requireNonNull(EndpointUrl.parse("https://" + host)), Map.of(), new byte[0])
                        .subscribeAsCompletionStage())
                .toList();
        try (var endpoint = new RawEndpoint()) {
            assertThat(client.post(
                                    EndpointUrl.of("http://quick.example:" + endpoint.port()),
                                    Map.of(),
                                    "{}".getBytes(UTF_8))
                            .await()
                            .atMost(Duration.ofSeconds(10)))
                    .isInstanceOf(Answered.class);
        }
        assertThat(hanging.getLast().toCompletableFuture().isDone()).isFalse();
    }

    @Test
    void closedPortIsReportedInWords() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(reason(post("http://127.0.0.1:" + free))).startsWith("Connection failed: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://169.254.169.254/latest/meta-data | 169.254.169.254 does not resolve to a public address
            https://[fd00:ec2::254]/                | [fd00:ec2::254] does not resolve to a public address
            http://1.1.1.1/                         | The endpoint must use https
            https://1.1.1.1:22/                     | The endpoint must use one of the ports 443, 1024-65535
            """)
    void forbiddenEndpointIsNotCalled(String url, String reason) {
        assertThat(reason(post(url))).isEqualTo(reason);
    }

    private Response post(String url) {
        return client.post(EndpointUrl.of(url), Map.of(), "{}".getBytes(UTF_8))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static int status(Response response) {
        assertThat(response).isInstanceOf(Answered.class);
        return ((Answered) response).status();
    }

    private static String reason(Response response) {
        return ((Unanswered) response).reason();
    }
}
