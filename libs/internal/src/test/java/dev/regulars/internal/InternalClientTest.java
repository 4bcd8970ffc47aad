package dev.regulars.internal;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InternalClientTest {

    private static final Duration TIMEOUT = ofSeconds(1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void whileOneServiceHangsTheOthersAnswerAndNoCallWaitsLong() throws IOException {
        HttpServer healthy = healthy();
        try (var hanging = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            InternalClient hung = client(hanging.getLocalPort());
            long start = System.nanoTime();
            List<CompletableFuture<Throwable>> failures = IntStream.range(0, 1_000)
                    .mapToObj(i -> hung.get("/internal/anything", JsonNode.class)
                            .map(answer -> (Throwable) new AssertionError("answered"))
                            .onFailure()
                            .recoverWithItem(failure -> failure)
                            .subscribeAsCompletionStage())
                    .toList();

            assertThat(client(healthy.getAddress().getPort())
                            .get("/internal/anything", JsonNode.class)
                            .await()
                            .atMost(TIMEOUT))
                    .isEqualTo(JsonNodeFactory.instance.objectNode());
            assertThat(failures).allSatisfy(failure -> assertThat(failure.join())
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(10));
        } finally {
            healthy.stop(0);
        }
    }

    @Test
    void replicaThatHangsIsLeftForAnother() throws IOException {
        HttpServer healthy = healthy();
        try (var hanging = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            InternalClient both =
                    client(hanging.getLocalPort(), healthy.getAddress().getPort());
            long start = System.nanoTime();

            for (int i = 0; i < 50; i++) {
                assertThat(both.get("/internal/anything", JsonNode.class)
                                .await()
                                .atMost(TIMEOUT.multipliedBy(3)))
                        .isNotNull();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(10));
        } finally {
            healthy.stop(0);
        }
    }

    private static HttpServer healthy() throws IOException {
        HttpServer healthy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        healthy.createContext("/", call -> {
            call.sendResponseHeaders(200, 2);
            call.getResponseBody().write("{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            call.close();
        });
        healthy.start();
        return healthy;
    }

    private InternalClient client(Integer... ports) {
        return new InternalClient(
                vertx,
                new ObjectMapper(),
                Stream.of(ports)
                        .map(port -> URI.create("http://127.0.0.1:" + port))
                        .toList(),
                () -> Uni.createFrom().item("token"),
                TIMEOUT);
    }
}
