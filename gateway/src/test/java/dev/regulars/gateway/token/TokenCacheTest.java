package dev.regulars.gateway.token;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.callers.CallerInvalidations;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.gateway.UpstreamServer;
import dev.regulars.local.kafka.LocalKafka;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class TokenCacheTest {

    static UpstreamServer upstream;

    @Inject
    CallerInvalidations invalidations;

    LocalKafka kafka;
    KafkaRecords records;

    final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
    final String credential = "good-" + UUID.randomUUID();

    @BeforeAll
    static void open() throws IOException {
        upstream = new UpstreamServer();
    }

    @AfterAll
    static void close() {
        upstream.close();
    }

    @BeforeEach
    void startHeartbeats() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            if (!admin.listTopics().names().get().contains(Topic.CALLERS.title())) {
                admin.createTopics(List.of(new NewTopic(Topic.CALLERS.title(), 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        var unused = heartbeats.scheduleWithFixedDelay(
                () -> records.put(new ProducerRecord<>(Topic.CALLERS.title(), "beat", "")),
                0,
                200,
                TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void answerAtOnce() {
        upstream.duringExchange = () -> {};
    }

    @AfterEach
    void stopHeartbeats() throws InterruptedException {
        heartbeats.shutdown();
        assertThat(heartbeats.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsCachedUntilItsCallerChanges(Scope scope) {
        awaitCached();
        int before = exchanges();

        records.put(Topic.CALLERS, change(scope, "another"), 1);
        await().during(ofSeconds(1)).atMost(ofSeconds(3)).until(() -> callAndCountExchanges() <= before + 1);

        records.put(Topic.CALLERS, change(scope, credential), 2);
        await().atMost(ofSeconds(1)).pollInterval(ofMillis(20)).until(() -> callAndCountExchanges() > before);
    }

    @Test
    void aTokenExchangedDuringAChangeIsDiscarded() {
        awaitCached();
        upstream.duringExchange = () -> {
            upstream.duringExchange = () -> {};
            long now = System.nanoTime();
            CallerChanged changed = change(Scope.CREDENTIAL, "good-late");
            records.put(Topic.CALLERS, changed, 1);
            await().atMost(ofSeconds(5)).until(() -> !invalidations.isCurrent(List.of(changed.tag()), now));
        };

        given().header("Authorization", "Bearer good-late")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .body("authorization", equalTo("Bearer token-good-late-null"));

        assertThat(upstream.exchanges).containsEntry("good-late", 2);
    }

    @Test
    void requestsAtOnceShareAnExchange() {
        awaitCached();
        upstream.duringExchange = () -> LockSupport.parkNanos(ofSeconds(1).toNanos());

        var statuses = Concurrently.call(16, number -> given().header("Authorization", "Bearer good-shared")
                .post("/v1/users")
                .statusCode());
        upstream.duringExchange = () -> {};

        assertThat(statuses).containsOnly(200);
        assertThat(upstream.exchanges).containsEntry("good-shared", 1);
    }

    @Test
    void noRequestWaitsWhileATokenInUseIsExchangedAnew() {
        var exchanging = new AtomicBoolean();
        upstream.duringExchange = () -> {
            exchanging.set(true);
            LockSupport.parkNanos(ofMillis(500).toNanos());
            exchanging.set(false);
        };

        await().atMost(ofSeconds(20)).pollInterval(ofMillis(20)).until(() -> {
            boolean before = exchanging.get();
            int unused = callAndCountExchanges();
            return before && exchanging.get();
        });
    }

    @Test
    void aChangeReportedInAResponseAppliesToTheNextCall() {
        awaitCached();
        int before = exchanges();

        upstream.changedCaller = "credential:" + credential;
        given().header("Authorization", "Bearer " + credential)
                .post("/v1/users")
                .then()
                .statusCode(200)
                .header("X-Regulars-Changed", nullValue());
        upstream.changedCaller = "";

        assertThat(callAndCountExchanges()).isGreaterThan(before);
    }

    @Test
    void nothingIsCachedWithoutHeartbeats() throws InterruptedException {
        awaitCached();
        stopHeartbeats();

        await().atMost(ofSeconds(5)).until(() -> !isCached());
        assertThat(isCached()).isFalse();
    }

    private static CallerChanged change(Scope scope, String id) {
        return switch (scope) {
            case CREDENTIAL, ACCOUNT -> new CallerChanged(scope, id, null);
            case MEMBERSHIP -> new CallerChanged(scope, id, "c");
            case COMMUNITY -> new CallerChanged(scope, id.equals("another") ? id : "c", null);
        };
    }

    private void awaitCached() {
        await().atMost(ofSeconds(30)).until(this::isCached);
    }

    private boolean isCached() {
        int before = callAndCountExchanges();
        return callAndCountExchanges() == before && callAndCountExchanges() == before;
    }

    private int callAndCountExchanges() {
        given().header("Authorization", "Bearer " + credential)
                .post("/v1/users")
                .then()
                .statusCode(200);
        return exchanges();
    }

    private int exchanges() {
        return upstream.exchanges.getOrDefault(credential, 0);
    }
}
