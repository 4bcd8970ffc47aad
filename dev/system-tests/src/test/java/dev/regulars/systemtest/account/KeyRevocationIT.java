package dev.regulars.systemtest.account;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.service.Replica;
import dev.regulars.systemtest.account.CredentialProbe.Attempt;
import dev.regulars.systemtest.sandbox.DemoApiKeys;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two gateways cache exchanged tokens, and neither serves a revoked key. */
@ResourceLock(SharedSandbox.PROCESSES)
@ExtendWith(SharedSandbox.class)
class KeyRevocationIT {

    private static final Replica SECOND = new Replica("gateway", 2);
    private static final String READING = "getUserData";
    private static final Duration HEARD_WITHIN = ofSeconds(1);

    private final SandboxProcess sandbox;
    private List<String> gateways;
    private DemoApiKeys keys;

    KeyRevocationIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        gateways = List.of(sandbox.gateway(), "http://localhost:" + SECOND.port(sandbox.home()));
        keys = new DemoApiKeys(sandbox);
    }

    @Test
    void aDeletedKeyIsRefusedByBothGatewaysWithinASecondUnderLoad() throws IOException, InterruptedException {
        JsonNode key = keys.create(READING, Map.of());
        try (var probe = probe(key)) {
            awaitAnswered(probe);

            keys.delete(key);
            Instant deleted = Instant.now();

            assertRefusedSince(probe, deleted.plus(HEARD_WITHIN));
        }
    }

    @Test
    void anExpiredKeyIsRefusedAtOnce() throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(5);
        try (var probe = probe(keys.create(READING, Map.of("expireDate", end.toString())))) {
            awaitAnswered(probe);

            assertRefusedSince(probe, end);
        }
    }

    @Test
    void aDeletedKeyIsRefusedDuringAndAfterABrokerOutage() throws IOException, InterruptedException {
        JsonNode deletedWhileAway = keys.create(READING, Map.of());
        JsonNode deletedAfterwards = keys.create(READING, Map.of());
        try (var first = probe(deletedWhileAway);
                var other = probe(deletedAfterwards)) {
            awaitAnswered(first);
            control("kafka/kill");
            keys.delete(deletedWhileAway);
            Instant whileAway = Instant.now();
            assertRefusedSince(first, whileAway.plusMillis(1_600)); // a missing heartbeat is noticed after 1.5 s
            control("kafka/start");
            Thread.sleep(5_000);
            keys.delete(deletedAfterwards);
            Instant afterwards = Instant.now();
            assertRefusedSince(other, afterwards.plus(HEARD_WITHIN));
            assertThat(first.since(whileAway.plusMillis(1_600)))
                    .extracting(Attempt::status)
                    .doesNotContain(200);
        }
    }

    private CredentialProbe probe(JsonNode key) {
        return new CredentialProbe(gateways, key.path("key").asText());
    }

    private void awaitAnswered(CredentialProbe probe) {
        for (String gateway : gateways) {
            await().atMost(ofSeconds(20))
                    .until(() -> probe.all().stream()
                                    .filter(attempt -> attempt.gateway().equals(gateway) && attempt.status() != 401)
                                    .count()
                            > 50);
        }
    }

    private void assertRefusedSince(CredentialProbe probe, Instant from) {
        for (String gateway : gateways) {
            await().atMost(ofSeconds(30))
                    .until(() -> probe.since(from).stream()
                                    .filter(attempt -> attempt.gateway().equals(gateway))
                                    .count()
                            > 50);
        }
        assertThat(probe.since(from)).extracting(Attempt::status).containsOnly(401);
    }

    private void control(String what) throws IOException, InterruptedException {
        assertThat(Http.post(sandbox.control() + "/services/" + what, new byte[0], Map.of()))
                .isEqualTo(200);
    }
}
