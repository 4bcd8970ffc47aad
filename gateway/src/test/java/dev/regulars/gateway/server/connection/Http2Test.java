package dev.regulars.gateway.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that begin with HTTP/2 right away; case g14. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class Http2Test {

    @Inject
    Vertx vertx;

    @Test
    void requestsAreServed() throws Exception {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

        assertThat(call(client, HttpMethod.GET, "/openapi.json", "")).startsWith("HTTP_2 200 {");
        assertThat(call(client, HttpMethod.POST, "/v1/auth/login", "{}"))
                .startsWith("HTTP_2 200 {")
                .contains("\"length\":2");
        assertThat(call(client, HttpMethod.POST, "/v1/auth/login", " ".repeat(2 << 20)))
                .startsWith("HTTP_2 413")
                .contains("body exceeds 1 MiB");
        assertThat(call(client, HttpMethod.GET, "/nowhere", "")).startsWith("HTTP_2 404");
        client.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void g14ConnectIsRefused() throws IOException {
        try (var connection = new RawConnection()) {
            connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            connection.send(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // SETTINGS
            byte[] method = "\u0042\u0007CONNECT".getBytes(StandardCharsets.ISO_8859_1);
            byte[] authority = "\u0041\u000clocalhost:80".getBytes(StandardCharsets.ISO_8859_1);
            connection.send(new byte[] {0, 0, (byte) (method.length + authority.length), 1, 4, 0, 0, 0, 1}); // HEADERS
            connection.send(method);
            connection.send(authority);

            assertThat(frameTypes(connection.readBytes(Duration.ofSeconds(3)), 1))
                    .as("HEADERS or RST_STREAM")
                    .containsAnyOf(1, 3);
        }
    }

    private static String call(HttpClient client, HttpMethod method, String path, String body) throws Exception {
        return client.request(method, RawConnection.PORT, "127.0.0.1", path)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.body()
                        .compose(content -> Future.succeededFuture(
                                response.version() + " " + response.statusCode() + " " + content)))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static List<Integer> frameTypes(byte[] bytes, int stream) {
        List<Integer> types = new ArrayList<>();
        for (int at = 0; at + 9 <= bytes.length; ) {
            int length = (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
            if (bytes[at + 8] == stream) {
                types.add((int) bytes[at + 3]);
            }
            at += 9 + length;
        }
        return types;
    }
}
