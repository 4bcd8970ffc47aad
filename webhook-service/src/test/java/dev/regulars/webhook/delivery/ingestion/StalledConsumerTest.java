package dev.regulars.webhook.delivery.ingestion;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.local.LocalMongo;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.ManagementInterface;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StalledConsumerTest {

    static final String DEAD_LETTERS = "webhook-service.dead-letters";

    LocalMongo mongo;
    KafkaRecords records;
    TestCommunity community;
    final PartnerEndpoint partner = new PartnerEndpoint();

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
        community.subscribe(TestCommunity.webhook(partner.url()));
    }

    @AfterEach
    void tearDown() {
        partner.close();
    }

    @Test
    void recordsWaitWhileTheDatabaseIsUnavailable() throws InterruptedException {
        int letters = records.all(DEAD_LETTERS).size();
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        community.join(account);
        await().atMost(ofSeconds(10)).until(() -> partner.messages.size() == 1);

        mongo.kill();
        for (int i = 0; i < 20; i++) {
            community.join(account);
        }
        Thread.sleep(ofSeconds(Integer.getInteger("away.seconds", 5)));
        ManagementInterface.get("/q/health/live").then().statusCode(200);
        assertThat(records.undone("webhook-deliveries", Topic.COMMUNITY))
                .as("a crash now would bring all of them again")
                .isGreaterThanOrEqualTo(20);
        mongo.start();

        await().atMost(ofSeconds(40))
                .until(() -> partner.messages.stream()
                                .map(PartnerEndpoint.Message::id)
                                .distinct()
                                .count()
                        == 21);
        assertThat(records.all(DEAD_LETTERS)).hasSize(letters);
    }

    @Test
    void unreadableRecordsGoToTheDeadLettersWithTheReason() {
        String account = new ObjectId().toHexString();
        community.profile(account, 1);
        var next = community.joined(account);
        String key = next.key();
        var noJson = new ProducerRecord<>(Topic.COMMUNITY.title(), null, key, "{half a rec", next.headers());

        records.put(noJson);
        records.put(new ProducerRecord<>(Topic.COMMUNITY.title(), key, "garbage " + UUID.randomUUID()));
        records.put(next);

        await().atMost(ofSeconds(15)).until(() -> partner.messages.size() == 1);
        assertThat(records.about(DEAD_LETTERS, key))
                .extracting(letter -> KafkaRecords.header(letter, "dead-letter-reason"))
                .containsExactlyInAnyOrder("Not an event: no header ce_id", "Not an event: it is no JSON");
    }

    @Test
    void w9MissingProfileDelaysNobodyElseAndIsReported() {
        community.join(new ObjectId().toHexString());
        try (var neighbour = new PartnerEndpoint()) {
            var other = new TestCommunity(records);
            other.subscribe(TestCommunity.webhook(neighbour.url()));

            other.join();
            community.join();

            await().atMost(ofSeconds(5)).until(() -> neighbour.messages.size() == 1 && partner.messages.size() == 1);
        }
        await().atMost(ofSeconds(15)).untilAsserted(() -> assertThat(
                        ManagementInterface.get("/q/health/ready").asString())
                .contains("has not arrived yet"));
    }
}
