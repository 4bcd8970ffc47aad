package dev.regulars.eventing.consumer;

import static dev.regulars.eventing.note.NoteDocument.COMMUNITY;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.events.Topic;
import dev.regulars.local.LocalMongo;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StalledConsumerTest {

    /** Half a minute among the long trials. */
    static final int AWAY_SECONDS = Integer.getInteger("away.seconds", 6);

    static final String DEAD_LETTERS = "notes-service.dead-letters";

    LocalMongo mongo;
    KafkaRecords records;

    final String note = UUID.randomUUID().toString();

    @Test
    void whileTheDatabaseIsAwayRecordsWaitAndEachIsAppliedOnceAfterwards() throws InterruptedException {
        assumeFalse(mongo.isGiven());
        int letters = records.all(DEAD_LETTERS).size();
        tell(1);
        await().atMost(ofSeconds(60)).until(() -> MarkDocument.on(note) == 1);

        mongo.kill();
        int told = tellMeanwhile();
        assertStallIsTold();
        mongo.start();

        await().atMost(ofSeconds(90)).until(() -> MarkDocument.on(note) == 1 + told);
        await().atMost(ofSeconds(20)).untilAsserted(() -> ManagementInterface.get("/q/metrics")
                .then()
                .body(containsString("consumer_stalled_partitions 0.0")));
        assertThat(MarkDocument.on(note)).isEqualTo(1 + told);
        assertThat(records.all(DEAD_LETTERS)).hasSize(letters);
    }

    /** Each record twice, as after a crash of its sender. */
    private int tellMeanwhile() throws InterruptedException {
        var end = Instant.now().plusSeconds(AWAY_SECONDS);
        int told = 0;
        while (Instant.now().isBefore(end)) {
            told++;
            tell(1 + told);
            Thread.sleep(800);
        }
        return told;
    }

    private void tell(int n) {
        var record = KafkaRecords.record(Topic.REWARDS, new LineAdded(COMMUNITY, note, "line " + n), n);
        records.put(record);
        records.put(record);
    }

    private static void assertStallIsTold() {
        ManagementInterface.get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        ManagementInterface.get("/q/metrics")
                .then()
                .body(containsString("consumer_stalled_partitions 1.0"))
                .body(matchesPattern("(?s).*consumer_stalled_age_seconds [1-9]\\d*\\..*"));
        ManagementInterface.get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'consumers' }.status", equalTo("UP"))
                .body(containsString("marks at rewards.events-"));
    }
}
