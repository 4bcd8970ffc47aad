package dev.regulars.webhook.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.webhook.RawEndpoint;
import dev.regulars.webhook.RawEndpoint.Answer;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are too long, never end, or are none. */
@QuarkusTest
class HostileAnswerTest {

    @Inject
    WebhookClient client;

    static Stream<Arguments> w1AnswersBeyondWhatIsRead() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String length = "Content-Length: 0\r\n\r\n";
        return Stream.of(
                Arguments.of("body of 70 KiB", Answer.of(RawEndpoint.json("x".repeat(70 * 1024)))),
                Arguments.of(
                        "endless body",
                        repeating(
                                ok + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + "x".repeat(4096) + "\r\n", 0)),
                Arguments.of("dripping body", repeating(ok + "Content-Length: 1000\r\n\r\n", "x", 100)),
                Arguments.of("body that breaks off", Answer.of(ok + "Content-Length: 1000\r\n\r\nx")),
                Arguments.of("malformed chunk", Answer.of(ok + "Transfer-Encoding: chunked\r\n\r\nzzz\r\n")),
                Arguments.of("header of 9 KiB", Answer.of(ok + "X-Padding: " + "x".repeat(9 * 1024) + "\r\n" + length)),
                Arguments.of(
                        "24 cookies",
                        Answer.of(ok
                                + String.join("", nCopies(24, "Set-Cookie: a=" + "x".repeat(400) + "\r\n"))
                                + length)),
                Arguments.of("header of 100 KiB", Answer.of(ok + "X: " + "x".repeat(100 * 1024) + "\r\n" + length)),
                Arguments.of("endless header", repeating(ok, "X-Padding: " + "x".repeat(1000) + "\r\n", 0)),
                Arguments.of("malformed header", Answer.of(ok + "no colon and \u0001\r\n: x\r\n" + length)),
                Arguments.of(
                        "interim answers",
                        Answer.of("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                                + "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 199 Whatever\r\n\r\n"
                                + ok
                                + length)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void w1AnswersBeyondWhatIsRead(String name, Answer answer) {
        try (var endpoint = new RawEndpoint()) {
            endpoint.answer = answer;

            assertThat(post(endpoint.url())).isInstanceOfSatisfying(Answered.class, one -> assertThat(one.status())
                    .isEqualTo(200));
            assertThat(endpoint.messages).hasSize(1);
        }
    }

    @Test
    void theStatusOfAnAnswerWithAnEndlessHeaderIsThatOfItsFirstLine() {
        try (var endpoint = new RawEndpoint()) {
            endpoint.answer = repeating("HTTP/1.1 503 No\r\nRetry-After: 7\r\n", "X: " + "x".repeat(1000) + "\r\n", 0);

            assertThat(post(endpoint.url())).isInstanceOfSatisfying(Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
            });
        }
    }

    @Test
    void whatIsNoAnswerIsReportedInWords() {
        try (var endpoint = new RawEndpoint()) {
            endpoint.answer = Answer.of("SSH-2.0-OpenSSH_9.9\r\n\r\n");
            assertThat(post(endpoint.url())).isInstanceOf(Unanswered.class);

            endpoint.answer = repeating("HTTP/1.1 102 Processing\r\n\r\n", "HTTP/1.1 102 Processing\r\n\r\n", 100);
            assertThat(post(endpoint.url())).isEqualTo(new Unanswered("No answer within 2 s"));
        }
    }

    private Response post(String url) {
        return client.post(EndpointUrl.of(url), Map.of(), "{}".getBytes(UTF_8))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** Writes {@code head}, and then {@code again} until nobody reads. */
    private static Answer repeating(String head, String again, int pauseMillis) {
        return (OutputStream out) -> {
            out.write(head.getBytes(UTF_8));
            while (true) {
                out.write(again.getBytes(UTF_8));
                Thread.sleep(pauseMillis);
            }
        };
    }
}
