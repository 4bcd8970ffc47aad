package dev.regulars.gateway.proxy.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gateway.RawConnection;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are too large to be held. */
@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class UploadStreamTest {

    private static final int MIB = 1 << 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aFileIsForwardedWholeUpToTheLimitOfItsRoute() throws Exception {
        HttpResponse<String> forwarded = upload("/v1/users/bulk-update", 17 * MIB);
        assertThat(forwarded.statusCode()).isEqualTo(200);
        assertThat(JsonPath.from(forwarded.body()).getInt("length")).isEqualTo(17 * MIB);
        assertThat(JsonPath.from(forwarded.body()).getString("authorization")).isEqualTo("Bearer token-good-null");

        HttpResponse<String> tooLarge = upload("/v1/users/bulk-update", 101 * MIB);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(JsonPath.from(tooLarge.body()).getString("message")).isEqualTo("body exceeds 100 MiB");
        assertThat(upload("/v1/users/avatar", 17 * MIB).statusCode()).isEqualTo(413);
    }

    @Test
    void aBulkFileTakesNoMemoryThatOtherBodiesMayHaveTaken() throws Exception {
        assertThat(upload("/v1/users/bulk-update", 5 * MIB).statusCode())
                .as("more than all bodies together may take here")
                .isEqualTo(200);
        assertThat(upload("/v1/users/avatar", 5 * MIB).statusCode()).isEqualTo(503);
    }

    /** Asks first whether to send it: what is refused is not sent. */
    private static HttpResponse<String> upload(String path, int bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RawConnection.PORT + path))
                .header("Authorization", "Bearer good")
                .header("Content-Type", "application/octet-stream")
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
