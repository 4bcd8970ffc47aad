package dev.regulars.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.process.Replica;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.Http.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A role that is given or taken counts for the next request, through whichever gateway it comes. */
@ExtendWith(SharedSandbox.class)
class RoleChangeIT {

    private static final Replica SECOND = new Replica("gateway", 2);
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final SandboxProcess sandbox;
    private List<String> gateways;
    private Demo demo;
    private String ownerToken;
    private String memberToken;
    private String role;

    RoleChangeIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void createRole() throws IOException, InterruptedException {
        gateways = List.of(sandbox.gateway(), "http://localhost:" + SECOND.port(sandbox.home()));
        demo = sandbox.demo();
        ownerToken = login(demo.owner());
        memberToken = login(demo.member());
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
        var user = Map.of("userId", demo.member().userId());
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
        return send("GET", gateway, "/api/v1/roles", null, memberToken).status();
    }

    private String login(Demo.Person person) throws IOException, InterruptedException {
        var body = Map.of("email", person.email(), "password", person.password());
        return Http.send(
                        "POST",
                        sandbox.gateway() + "/api/v1/auth/login",
                        Http.write(body).getBytes(UTF_8),
                        Map.of("Content-Type", "application/json"))
                .json()
                .at("/body/token")
                .asText();
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
