package dev.regulars.systemtest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.Concurrently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner signs in its user on the community's own host. */
@ExtendWith(SharedSandbox.class)
class SecureAuthIT {

    private final SandboxProcess sandbox;

    SecureAuthIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void oneOf64ParallelUsesSucceedsAndOnlyOnTheCommunitysHost() throws IOException, InterruptedException {
        URI url = loginUrl();

        assertThat(redeem(url, "other.localhost")).startsWith("HTTP/1.1 401");
        List<String> answers = Concurrently.call(64, number -> redeem(url, url.getAuthority()));

        assertThat(answers).filteredOn(one -> one.startsWith("HTTP/1.1 200")).hasSize(1);
        assertThat(answers).filteredOn(one -> one.startsWith("HTTP/1.1 401")).hasSize(63);
    }

    @Test
    void sessionIsOfNoUseInAnotherCommunity() throws IOException, InterruptedException {
        URI url = loginUrl();
        String answer = redeem(url, url.getAuthority());
        String token = answer.replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");

        assertThat(get("/v1/communities/" + sandbox.demo().community().objectId() + "/users", token))
                .isEqualTo(200);
        assertThat(get("/v1/communities/" + "a".repeat(24) + "/users", token)).isEqualTo(404);
        assertThat(get("/v1/me", token)).isEqualTo(401);
    }

    private URI loginUrl() throws IOException, InterruptedException {
        var demo = sandbox.demo();
        var headers =
                Map.of("apiKey", demo.ssoKey(), "hostname", demo.community().domain());
        String path = "/api/secureAuth?action=login&accessLevel=1&userId="
                + demo.member().username();
        var answer = Http.send("GET", sandbox.gateway() + path, null, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return URI.create(answer.json().path("loginUrl").asText());
    }

    private int get(String path, String token) throws IOException, InterruptedException {
        return Http.send("GET", sandbox.gateway() + path, null, Map.of("Authorization", "Bearer " + token))
                .status();
    }

    /** As a browser that resolves the host to the gateway. */
    private String redeem(URI url, String host) {
        URI gateway = URI.create(sandbox.gateway());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            String request = "POST " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: " + host
                    + "\r\nAccept: application/json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
