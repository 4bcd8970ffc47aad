package dev.regulars.webhook.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.endpoint.Response.Answered;
import dev.regulars.webhook.endpoint.Response.Unanswered;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

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

            assertThat(post(partner.url())).isInstanceOfSatisfying(Answered.class, answer -> assertThat(answer.status())
                    .isEqualTo(307));
            assertThat(elsewhere.messages).isEmpty();
        }
    }

    @Test
    void endlessBodyIsNotReadToItsEnd() throws IOException {
        try (var endless = talking(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1000\r\n" + "x".repeat(4096) + "\r\n", 0)) {
            assertThat(post(url(endless))).isEqualTo(new Unanswered("The answer is longer than 64 KiB"));
        }
    }

    @Test
    void timeLimitIncludesTheBody() throws IOException {
        try (var dripping = talking("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", "x", 100)) {
            assertThat(post(url(dripping))).isEqualTo(new Unanswered("No answer within 2 s"));
        }
    }

    @Test
    void endlessHeadersAreNotRead() throws IOException {
        try (var endless = talking("HTTP/1.1 200 OK\r\n", "X-Padding: " + "x".repeat(1000) + "\r\n", 0)) {
            assertThat(post(url(endless))).isInstanceOf(Unanswered.class);
        }
    }

    @Test
    void closedPortAndUnknownHostAreReportedInWords() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(((Unanswered) post("http://127.0.0.1:" + free)).reason()).startsWith("Nobody listens there");
        assertThat(((Unanswered) post("http://nowhere.invalid/")).reason())
                .isEqualTo("The name nowhere.invalid cannot be resolved: nobody knows it");
    }

    @Test
    void nonPublicAddressIsNotCalled() {
        assertThat(((Unanswered) post("http://169.254.169.254/latest/meta-data")).reason())
                .isEqualTo("169.254.169.254 leads to 169.254.169.254, which is not public");
        assertThat(client.isAllowed(URI.create("http://10.0.0.1/")).await().indefinitely())
                .isFalse();
        assertThat(client.isAllowed(URI.create("http://nowhere.invalid/"))
                        .await()
                        .indefinitely())
                .isTrue();
    }

    private Response post(String url) {
        return client.post(URI.create(url), Map.of(), "{}".getBytes(UTF_8))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static String url(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** Says {@code head} and then {@code again}, until nobody listens. */
    private static ServerSocket talking(String head, String again, int pauseMillis) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = Executors.newSingleThreadExecutor();
        var unused = thread.submit(() -> {
            try (Socket caller = server.accept()) {
                caller.getOutputStream().write(head.getBytes(UTF_8));
                while (true) {
                    caller.getOutputStream().write(again.getBytes(UTF_8));
                    Thread.sleep(pauseMillis);
                }
            }
        });
        thread.shutdown();
        return server;
    }
}
