package dev.regulars.gateway.proxy.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class GzipTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aLongTextIsCompressedForThoseWhoAskForIt() throws Exception {
        HttpResponse<byte[]> response = echo("x".repeat(300_000), "br, gzip;q=0.8");

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(response.body()).hasSizeLessThan(10_000);
        assertThat(plain(response)).contains("x".repeat(300_000));
    }

    @Test
    void allElseIsLeftAsItIs() throws Exception {
        assertThat(echo("x".repeat(5_000), "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(echo("x".repeat(5_000), "br").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(echo("short", "gzip").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    private static String plain(HttpResponse<byte[]> response) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<byte[]> echo(String body, String accepted) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/users/info"))
                .header("Authorization", "Bearer good")
                .header("Accept-Encoding", accepted)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
