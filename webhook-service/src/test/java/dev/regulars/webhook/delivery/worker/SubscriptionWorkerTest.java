package dev.regulars.webhook.delivery.worker;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.regulars.local.LocalMongo;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.RawEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubscriptionWorkerTest {

    private static final int MAX_IN_FLIGHT = 8;
    private static final int UNRECORDED_AT_MOST = 64;
    private static final int DELIVERIES = 200;

    LocalMongo mongo;
    KafkaRecords records;

    @Test
    void atMostEightAreInFlightAndADeadEndpointDelaysNoOther() {
        try (var healthy = new PartnerEndpoint();
                var dead = new PartnerEndpoint()) {
            var community = new TestCommunity(records);
            community.subscribe(TestCommunity.webhook(dead.url()));
            community.subscribe(TestCommunity.webhook(healthy.url()));
            dead.delayMillis = 60_000;
            healthy.delayMillis = 100;
            String account = new ObjectId().toHexString();
            community.profile(account, 1);

            for (int i = 0; i < 40; i++) {
                community.join(account);
            }

            await().atMost(ofSeconds(10)).until(() -> healthy.messages.size() == 40);
            assertThat(healthy.maxConcurrent.get()).isBetween(2, 8);
            assertThat(dead.messages).hasSizeGreaterThanOrEqualTo(8);
            assertThat(healthy.messages).extracting(PartnerEndpoint.Message::id).doesNotHaveDuplicates();
        }
    }

    /** Else a crash would repeat all that a worker has read. */
    @Test
    void noCallStartsWhileManyOutcomesCannotBeRecorded() throws InterruptedException {
        assumeFalse(mongo.isGiven());
        try (var endpoint = new RawEndpoint()) {
            var community = new TestCommunity(records);
            community.subscribe(TestCommunity.webhook(endpoint.url()));
            String account = new ObjectId().toHexString();
            community.profile(account, 1);
            var databaseIsAway = new CountDownLatch(1);
            RawEndpoint.Answer taken = endpoint.answer;
            endpoint.answer = out -> {
                databaseIsAway.await();
                taken.write(out);
            };
            for (int i = 0; i < DELIVERIES; i++) {
                community.join(account);
            }
            await().atMost(ofSeconds(10)).until(() -> count(community, DeliveryState.OPEN) == DELIVERIES);
            mongo.kill();
            databaseIsAway.countDown();
            try {
                await().atMost(ofSeconds(5)).until(() -> endpoint.messages.size() >= UNRECORDED_AT_MOST);
                Thread.sleep(500);
                assertThat(endpoint.messages.size()).isLessThanOrEqualTo(UNRECORDED_AT_MOST + MAX_IN_FLIGHT);
            } finally {
                mongo.start();
            }
            await().atMost(ofSeconds(20)).until(() -> count(community, DeliveryState.DELIVERED) == DELIVERIES);
        }
    }

    private static long count(TestCommunity community, DeliveryState state) {
        return DeliveryDocument.count("communityId = ?1 and state = ?2", community.id, state)
                .await()
                .indefinitely();
    }

    @Test
    void dispatcherQueriesUseTheirIndex() {
        var query = new Document("find", "deliveries")
                .append(
                        "filter",
                        new Document("state", "OPEN")
                                .append("subscriptionId", "s")
                                .append("nextAttemptAt", new Document("$lte", Date.from(Instant.now()))))
                .append("sort", new Document("nextAttemptAt", 1));
        var distinct = new Document("distinct", "deliveries")
                .append("key", "subscriptionId")
                .append("query", new Document("state", "OPEN"));

        assertThat(explained(query)).contains("\"IXSCAN\"").doesNotContain("\"COLLSCAN\"", "\"SORT\"");
        assertThat(explained(distinct)).contains("\"DISTINCT_SCAN\"").doesNotContain("\"COLLSCAN\"");
    }

    private static String explained(Document command) {
        return DeliveryDocument.mongoDatabase()
                .runCommand(new Document("explain", command))
                .await()
                .indefinitely()
                .toJson();
    }
}
