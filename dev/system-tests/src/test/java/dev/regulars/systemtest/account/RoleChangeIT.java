package dev.regulars.systemtest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.service.Replica;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.Mailbox;
import dev.regulars.systemtest.sandbox.RoleRequests;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A role that is given or taken counts for the next request, through whichever gateway it comes. */
@ExtendWith(SharedSandbox.class)
class RoleChangeIT {

    private static final Replica SECOND = new Replica("gateway", 2);
    private static final String PASSWORD = "@Password123";
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final SandboxProcess sandbox;
    private List<String> gateways;
    private Demo demo;
    private String ownerToken;
    private String userId;
    private String userToken;
    private String role;

    RoleChangeIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void createRole() throws IOException, InterruptedException {
        gateways = List.of(sandbox.gateway(), "http://localhost:" + SECOND.port(sandbox.home()));
        demo = sandbox.demo();
        ownerToken = login(demo.owner().email(), demo.owner().password())
                .at("/body/token")
                .asText();
        signUp();
        role = send("POST", 0, "/api/v1/roles", RoleRequests.administrator("Deputy", 3), ownerToken)
                .json()
                .at("/body/_id")
                .asText();
    }

    @Test
    void aRoleIsFeltByTheNextRequestThroughBothGateways() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            assertAnswered(401);
            change("add");
            assertSoon(200);
            change("remove");
            assertSoon(401);
        }
        assertThat(send("DELETE", 0, "/api/v1/roles/" + role, null, ownerToken).status())
                .isEqualTo(200);
    }

    private void change(String what) throws IOException, InterruptedException {
        var user = Map.of("userId", userId);
        Response changed = send("POST", 0, "/api/v1/roles/" + role + "/" + what, user, ownerToken);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private void assertSoon(int status) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(WITHIN);
        boolean felt = false;
        while (!felt && Instant.now().isBefore(latest)) {
            felt = listing(0) == status && listing(1) == status;
        }
        assertThat(felt).as("a change is felt within %s", WITHIN).isTrue();
        assertAnswered(status);
    }

    /** By both gateways, and by one that caches as well. */
    private void assertAnswered(int status) throws IOException, InterruptedException {
        for (int call = 0; call < 20; call++) {
            assertThat(listing(call % 2)).isEqualTo(status);
        }
    }

    private int listing(int gateway) throws IOException, InterruptedException {
        return send("GET", gateway, "/api/v1/roles", null, userToken).status();
    }

    /** The session of a user whom a community created is good for what every member may do, whatever their roles. */
    private void signUp() throws IOException, InterruptedException {
        String name = "rok" + UUID.randomUUID().toString().substring(0, 8);
        String email = name + "@example.com";
        post(
                "/api/v1/auth/register",
                Map.of(
                        "firstname", "Rok",
                        "lastname", "Role",
                        "username", name,
                        "email", email,
                        "password", PASSWORD,
                        "confirmPassword", PASSWORD));
        post(
                "/api/v1/auth/verify-email",
                Map.of("email", email, "code", new Mailbox(sandbox, email).first(Mailbox.CODE)));
        JsonNode login = login(email, PASSWORD);
        userId = login.at("/body/user/userId").asText();
        userToken = login.at("/body/token").asText();
        String join = "/v1/communities/" + demo.community().objectId() + "/join";
        Response joined = Http.send(
                "POST",
                sandbox.gateway() + join,
                "{}".getBytes(UTF_8),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + userToken));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    }

    private JsonNode login(String email, String password) throws IOException, InterruptedException {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    private JsonNode post(String path, Map<String, String> body) throws IOException, InterruptedException {
        Response response = Http.send(
                "POST",
                sandbox.gateway() + path,
                Http.write(body).getBytes(UTF_8),
                Map.of("Content-Type", "application/json"));
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return response.json();
    }

    private Response send(String method, int gateway, String path, @Nullable Object body, String token)
            throws IOException, InterruptedException {
        return Http.send(
                method,
                gateways.get(gateway) + path + "?communityId="
                        + demo.community().objectId(),
                body == null ? null : Http.write(body).getBytes(UTF_8),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token));
    }
}
