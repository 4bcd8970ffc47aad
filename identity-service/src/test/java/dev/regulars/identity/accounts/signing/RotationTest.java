package dev.regulars.identity.accounts.signing;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.MasterKey;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.Concurrently;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** Rotates with a lead of two seconds and a grace of four; services keep a set of keys for one second here. */
@QuarkusTest
class RotationTest {

    LocalMail mail;

    @TestHTTPResource("/internal/jwks")
    URI jwks;

    @TestHTTPResource("/internal/credentials/resolve")
    URI resolve;

    @Inject
    SigningKeys keys;

    @Inject
    SigningConfig config;

    @Inject
    TokenConfig tokens;

    @Inject
    MasterKey master;

    @Inject
    Vertx vertx;

    final HttpClient http = HttpClient.newHttpClient();

    @Test
    void rotationUnderLoadFailsNoRequestAndRefusesTheOldKeyAfterItsGrace() throws Exception {
        awaitQuiet();
        String old = keys.signing().getKeyId();
        String name = TestAccounts.member(mail);
        String before = TestAccounts.login(name, TestAccounts.PASSWORD).path("body.token");
        String internal = exchanged(before);
        JwtConsumer service = verifier(1);
        var load = new Load();

        load.token = before;
        try (var threads = Executors.newScheduledThreadPool(8)) {
            for (int caller = 0; caller < 8; caller++) {
                var unused =
                        threads.scheduleWithFixedDelay(() -> load.call(this, service), 0, 20, TimeUnit.MILLISECONDS);
            }
            await().atMost(ofSeconds(10)).until(() -> load.done.get() > 100);
            assertThat(rotate().jsonPath().getList("keys")).hasSize(2);
            await().atMost(ofSeconds(10)).until(() -> !keys.signing().getKeyId().equals(old));
            load.token = TestAccounts.login(name, TestAccounts.PASSWORD).path("body.token");
            assertThat(kid(load.token)).isNotEqualTo(old);
            await().atMost(ofSeconds(20)).until(() -> exchange(before) == 401); // its grace is over
            int enough = Math.max(500, load.done.get() + 200);
            await().atMost(ofSeconds(30)).until(() -> load.done.get() > enough);
            threads.shutdown();
        }

        assertThat(load.failures).isEmpty();
        assertThat(load.kids).hasSize(2).contains(old);
        assertThat(json().get(jwks).<List<String>>path("keys.kid"))
                .doesNotContain(old)
                .hasSize(1);
        assertRefused(internal);
    }

    /** Each makes a key pair, which is most of what it takes. */
    @Test
    void parallelRotationsAreOne() {
        List<Response> answers = rotateWithinTheLead();

        Set<String> newest = answers.stream()
                .map(answer -> answer.<String>path("keys[-1].kid"))
                .collect(Collectors.toSet());
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(newest).hasSize(1);
    }

    @Test
    void twoReplicasSignWithAndAcceptTheSameKeys() {
        awaitQuiet();
        var other = new SigningKeys(vertx, master, config, tokens);
        other.start(new StartupEvent());
        await().atMost(ofSeconds(10))
                .until(() -> other.call().getStatus().name().equals("UP"));
        String old = keys.signing().getKeyId();
        assertThat(other.signing().getKeyId()).isEqualTo(old);

        String next = rotate().path("keys[-1].kid");

        await().atMost(ofSeconds(2)).until(() -> kids(other).contains(next)); // before it signs
        assertThat(other.signing().getKeyId()).isEqualTo(old);
        await().atMost(ofSeconds(5)).until(() -> other.signing().getKeyId().equals(next));
        assertThat(keys.signing().getKeyId()).isEqualTo(next);
        assertThat(kids(other)).containsExactlyElementsOf(kids(keys));
        other.stop(new ShutdownEvent());
    }

    /** Whoever asks after the new key has begun to sign asks for another: where the machine was so slow, once more. */
    private List<Response> rotateWithinTheLead() {
        while (true) {
            awaitQuiet();
            long begun = System.nanoTime();
            List<Response> answers = Concurrently.call(Concurrently.rounds(4, 16), twin -> rotate());
            if (System.nanoTime() - begun < config.lead().toNanos()) {
                return answers;
            }
        }
    }

    /** A token of the last test's new key must not be what this one calls old. */
    private void awaitQuiet() {
        await().atMost(ofSeconds(20)).until(() -> kids(keys).size() == 1);
    }

    private static Response rotate() {
        return service("operator").post("/internal/signing-keys/rotate");
    }

    private static List<String> kids(SigningKeys of) {
        return of.accepted().stream().map(key -> key.getKeyId()).toList();
    }

    /** As every service checks: the keys are kept for a while, and read again for one that is unknown, but not too often. */
    private JwtConsumer verifier(long seconds) {
        var set = new HttpsJwks(jwks.toString());
        set.setDefaultCacheDuration(seconds);
        set.setRefreshReprieveThreshold(TimeUnit.SECONDS.toMillis(seconds));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(set))
                .setExpectedIssuer("regulars-identity")
                .setExpectedAudience("regulars-internal")
                .build();
    }

    private void assertRefused(String internal) {
        assertThat(kid(internal)).isNotNull();
        assertThatThrownBy(() -> verifier(1).processToClaims(internal))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("key");
    }

    private int exchange(String token) {
        return json().body(Map.of("scheme", "bearer", "value", token))
                .post(resolve)
                .statusCode();
    }

    private String exchanged(String token) throws Exception {
        var request = HttpRequest.newBuilder(resolve)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"scheme\":\"bearer\",\"value\":\"" + token + "\"}"))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonPath.from(answer.body()).getString("token");
    }

    private static String kid(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]), UTF_8);
        return JsonPath.from(header).getString("kid");
    }

    /** What callers saw. */
    private static final class Load {
        final AtomicInteger done = new AtomicInteger();
        final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        final Set<String> kids = ConcurrentHashMap.newKeySet();
        volatile String token;

        void call(RotationTest test, JwtConsumer service) {
            try {
                String internal = test.exchanged(token);
                kids.add(kid(internal));
                service.processToClaims(internal);
            } catch (Exception failure) {
                failures.add(Instant.now() + " " + failure);
            }
            done.incrementAndGet();
        }
    }
}
