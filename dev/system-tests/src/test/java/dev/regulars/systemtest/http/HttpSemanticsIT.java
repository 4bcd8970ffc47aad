package dev.regulars.systemtest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP itself, from the gateway to a service and back: cases g1, g3 and g8 to g11. */
@ExtendWith(SharedSandbox.class)
class HttpSemanticsIT {

    private static final String INFO = "/v1/users/info";
    private static final String PROBLEM = "application/problem+json";

    private final SandboxProcess sandbox;
    private Demo demo;

    HttpSemanticsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void read() throws IOException {
        demo = sandbox.demo();
    }

    @Test
    void g1AClientThatWaitsToBeAskedForTheBodyIsAsked() throws IOException, InterruptedException {
        var response = send(to(INFO, demo.apiKey())
                .expectContinue(true)
                .POST(BodyPublishers.ofString(
                        "{\"idOrEmail\":\"" + demo.member().userId() + "\"}")));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void g3OneTableTellsTheMethodsOfAPath() throws IOException, InterruptedException {
        assertMethods(INFO, "OPTIONS, POST");
        assertMethods("/v1/webhooks", "GET, HEAD, OPTIONS, POST");
        assertThat(send(to(INFO, demo.apiKey()).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(to("/v1/webhooks", demo.apiKey()).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertMethods(String path, String allowed) throws IOException, InterruptedException {
        var options = send(to(path, demo.apiKey()).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().allValues("Allow")).containsExactly(allowed);
        var refused = send(to(path, demo.apiKey()).method("TRACE", BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().allValues("Allow")).containsExactly(allowed);
    }

    @Test
    void g8ARefusalOfAServiceIsAProblemForClientsThatAcceptThem() throws IOException, InterruptedException {
        var response = send(to(INFO, demo.apiKey()).header("Accept", PROBLEM).POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(PROBLEM));
        assertThat(response.body()).contains("\"status\":400", "idOrEmail is required");
    }

    @Test
    void g9AMissingCommunityIsTold() throws IOException, InterruptedException {
        String token = login().body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");

        var without = send(to("/v1/webhooks", token).GET());
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("communityId is required");
        var with = send(to("/v1/webhooks?communityId=" + demo.community().objectId(), token)
                .GET());
        assertThat(with.statusCode()).isEqualTo(200);
    }

    @Test
    void g10ACompressedBodyIsUnsupported() throws IOException, InterruptedException {
        var response = send(to(INFO, demo.apiKey())
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0})));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("Unsupported Media Type");
    }

    @Test
    void g11SecretsAreNotStoredAndARefusedCredentialIsChallenged() throws IOException, InterruptedException {
        var login = login();
        assertThat(login.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(login.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");

        var refused = send(to(INFO, "wrong").POST(BodyPublishers.ofString("{}")));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(refused.headers().firstValue("X-Error-Code")).hasValue("credential_invalid");
    }

    @Test
    void aHeaderThatOccursOnceIsRefusedIfItOccursTwice() throws IOException, InterruptedException {
        var type = send(to(INFO, demo.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(type.statusCode()).isEqualTo(400);
        assertThat(type.body()).contains("Content-Type must be sent once");

        var credential = send(to(INFO, demo.apiKey())
                .header("Authorization", "Bearer " + demo.apiKey())
                .POST(BodyPublishers.ofString("{}")));
        assertThat(credential.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> login() throws IOException, InterruptedException {
        String body = Http.write(
                Map.of("email", demo.owner().email(), "password", demo.owner().password()));
        return send(HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8))));
    }

    private HttpRequest.Builder to(String path, String credential) {
        return HttpRequest.newBuilder(URI.create(sandbox.gateway() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + credential);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        }
    }
}
