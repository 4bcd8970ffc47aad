package dev.regulars.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.bench.measure.LoadResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server with single-use tokens: it responds to {@code a1} with {@code a2} and refuses {@code a1} from then on. */
class ChainedLoadTest {

    private final Queue<String> used = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void eachClientChainsItsRequestsAcrossRuns() {
        ChainedLoad load = load((sent, response) -> response);

        LoadResult result = load.closed(Duration.ofMillis(300));
        LoadResult later = load.closed(Duration.ofMillis(300));

        assertThat(result.failed() + later.failed()).isZero();
        assertThat(used).hasSize(result.count() + later.count()).contains("a1", "b1", "a2", "b2");
    }

    @Test
    void repeatedTokensCountAsErrors() {
        LoadResult result = load((sent, response) -> sent).closed(Duration.ofMillis(300));

        assertThat(result.failed()).isPositive().isEqualTo(result.count() - 2);
    }

    private ChainedLoad load(BinaryOperator<String> next) {
        return new ChainedLoad(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/", "text/plain", List.of("a1", "b1"), next);
    }

    private void answer(HttpExchange call) throws IOException {
        String token = new String(call.getRequestBody().readAllBytes(), UTF_8);
        boolean fresh = !used.contains(token);
        if (fresh) {
            used.add(token);
        }
        byte[] next = (token.charAt(0) + "" + (Integer.parseInt(token.substring(1)) + 1)).getBytes(UTF_8);
        call.sendResponseHeaders(fresh ? 200 : 401, next.length);
        call.getResponseBody().write(next);
        call.close();
    }
}
