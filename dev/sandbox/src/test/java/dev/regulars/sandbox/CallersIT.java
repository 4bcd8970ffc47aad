package dev.regulars.sandbox;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.Knocks.Knock;
import dev.regulars.sandbox.process.Replica;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas of the gateway keep trades, and neither serves a caller who changed. */
@ExtendWith(RunningSandbox.class)
class CallersIT {

    private static final Replica SECOND = new Replica("gateway", 2);
    private static final String READING = "getUserData";
    private static final Duration HEARD_WITHIN = ofSeconds(1);

    private final SandboxProcess sandbox;
    private List<String> gateways;
    private Keys keys;

    CallersIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        gateways = List.of(sandbox.gateway(), "http://localhost:" + SECOND.port(sandbox.home()));
        keys = new Keys(sandbox);
    }

    @Test
    void aDeletedKeyIsRefusedByBothWithinASecondUnderLoad() throws IOException, InterruptedException {
        JsonNode key = keys.make(READING, Map.of());
        try (var knocks = knocks(key)) {
            awaitAnswered(knocks);

            keys.delete(key);
            Instant deleted = Instant.now();

            assertRefusedSince(knocks, deleted.plus(HEARD_WITHIN));
        }
    }

    @Test
    void anExpiredKeyIsRefusedAtOnce() throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(5);
        try (var knocks = knocks(keys.make(READING, Map.of("expireDate", end.toString())))) {
            awaitAnswered(knocks);

            assertRefusedSince(knocks, end);
        }
    }

    @Test
    void whileCutOffFromTheBrokerAndAfterADeletedKeyIsRefusedAsFast() throws IOException, InterruptedException {
        JsonNode deletedWhileAway = keys.make(READING, Map.of());
        JsonNode deletedAfterwards = keys.make(READING, Map.of());
        try (var first = knocks(deletedWhileAway);
                var other = knocks(deletedAfterwards)) {
            awaitAnswered(first);
            control("kafka/kill");
            keys.delete(deletedWhileAway);
            Instant whileAway = Instant.now();
            assertRefusedSince(first, whileAway.plusMillis(1_600)); // silence is noticed after a second and a half
            control("kafka/start");
            Thread.sleep(5_000);
            keys.delete(deletedAfterwards);
            Instant afterwards = Instant.now();
            assertRefusedSince(other, afterwards.plus(HEARD_WITHIN));
            assertThat(first.since(whileAway.plusMillis(1_600)))
                    .extracting(Knock::status)
                    .doesNotContain(200);
        }
    }

    private Knocks knocks(JsonNode key) {
        return new Knocks(gateways, key.path("key").asText());
    }

    private void awaitAnswered(Knocks knocks) {
        for (String gateway : gateways) {
            await().atMost(ofSeconds(20))
                    .until(() -> knocks.all().stream()
                                    .filter(knock -> knock.gateway().equals(gateway) && knock.status() != 401)
                                    .count()
                            > 50);
        }
    }

    private void assertRefusedSince(Knocks knocks, Instant from) {
        for (String gateway : gateways) {
            await().atMost(ofSeconds(30))
                    .until(() -> knocks.since(from).stream()
                                    .filter(knock -> knock.gateway().equals(gateway))
                                    .count()
                            > 50);
        }
        assertThat(knocks.since(from)).extracting(Knock::status).containsOnly(401);
    }

    private void control(String what) throws IOException, InterruptedException {
        assertThat(Web.post(sandbox.control() + "/services/" + what, new byte[0], Map.of()))
                .isEqualTo(200);
    }
}
