package dev.regulars.gateway.trade;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.gateway.Backstage;
import dev.regulars.local.LocalKafka;
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
class TradesTest {

    static Backstage backstage;

    @Inject
    Changes changes;

    LocalKafka kafka;
    KafkaRecords records;

    final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    final String credential = "good-" + UUID.randomUUID();

    @BeforeAll
    static void open() throws IOException {
        backstage = new Backstage();
    }

    @AfterAll
    static void close() {
        backstage.close();
    }

    @BeforeEach
    void beat() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            if (!admin.listTopics().names().get().contains(Topic.CALLERS.title())) {
                admin.createTopics(List.of(new NewTopic(Topic.CALLERS.title(), 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        var unused = heart.scheduleWithFixedDelay(
                () -> records.put(new ProducerRecord<>(Topic.CALLERS.title(), "beat", "")),
                0,
                200,
                TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void still() throws InterruptedException {
        heart.shutdown();
        assertThat(heart.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aTradeIsKeptUntilOneIsHeardOfWhomItIsAbout(Scope scope) {
        awaitKept();
        int before = trades();

        records.put(Topic.CALLERS, change(scope, "another"), 1);
        await().during(ofSeconds(1)).atMost(ofSeconds(3)).until(() -> callAndCount() <= before + 1);

        records.put(Topic.CALLERS, change(scope, credential), 2);
        await().atMost(ofSeconds(1)).pollInterval(ofMillis(20)).until(() -> callAndCount() > before);
    }

    @Test
    void anAnswerThatWasOnItsWayDuringAChangeIsUsedByNobody() {
        awaitKept();
        backstage.meanwhile = () -> {
            backstage.meanwhile = () -> {};
            long now = System.nanoTime();
            CallerChanged changed = change(Scope.CREDENTIAL, "good-late");
            records.put(Topic.CALLERS, changed, 1);
            await().atMost(ofSeconds(5)).until(() -> !changes.stand(List.of(changed.tag()), now));
        };

        given().header("Authorization", "Bearer good-late")
                .post("/v1/users")
                .then()
                .statusCode(200)
                .body("authorization", equalTo("Bearer traded-good-late-null"));

        assertThat(backstage.trades).containsEntry("good-late", 2);
    }

    @Test
    void whomACallChangedIsAskedForAgainAtTheNextCall() {
        awaitKept();
        int before = trades();

        backstage.changed = "credential:" + credential;
        given().header("Authorization", "Bearer " + credential)
                .post("/v1/users")
                .then()
                .statusCode(200)
                .header("X-Regulars-Changed", nullValue());
        backstage.changed = "";

        assertThat(callAndCount()).isGreaterThan(before);
    }

    @Test
    void whileNoBeatIsHeardNothingIsKept() throws InterruptedException {
        awaitKept();
        still();

        await().atMost(ofSeconds(5)).until(() -> !isKept());
        assertThat(isKept()).isFalse();
    }

    private static CallerChanged change(Scope scope, String id) {
        return switch (scope) {
            case CREDENTIAL, ACCOUNT -> new CallerChanged(scope, id, null);
            case MEMBERSHIP -> new CallerChanged(scope, id, "c");
            case COMMUNITY -> new CallerChanged(scope, id.equals("another") ? id : "c", null);
        };
    }

    private void awaitKept() {
        await().atMost(ofSeconds(30)).until(this::isKept);
    }

    private boolean isKept() {
        int before = callAndCount();
        return callAndCount() == before && callAndCount() == before;
    }

    private int callAndCount() {
        given().header("Authorization", "Bearer " + credential)
                .post("/v1/users")
                .then()
                .statusCode(200);
        return trades();
    }

    private int trades() {
        return backstage.trades.getOrDefault(credential, 0);
    }
}
