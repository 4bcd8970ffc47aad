package dev.regulars.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.delivery.DeliveryWrites.Attempt;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Bodies of closed deliveries are kept 30 days, their ids 90; open ones keep both. */
@QuarkusTest
class DeliveryRetentionTest {

    KafkaRecords records;

    @Test
    void bodyGoes30DaysAfterTheDeliveryWasClosed() {
        var old = closed(new AttemptOutcome(DeliveryState.DELIVERED, 200, "The endpoint answered 200", null));
        var recent = closed(new AttemptOutcome(DeliveryState.FAILED, 500, "The endpoint answered 500", null));
        var open = stored(delivery());
        assertThat(Duration.between(stored(old).closedAt, stored(old).bodyExpiresAt))
                .isEqualTo(Duration.ofDays(30));
        done(DeliveryDocument.mongoDatabase()
                .getCollection("deliveries")
                .updateOne(
                        new Document("_id", old.id),
                        new Document(
                                "$set",
                                new Document("bodyExpiresAt", Instant.now().minusSeconds(1))))
                .replaceWithVoid());

        done(DeliveryDocument.expireBodies());

        assertThat(stored(old).body).isNull();
        assertThat(stored(old).state).isEqualTo(DeliveryState.DELIVERED);
        assertThat(stored(recent).body).isNotNull();
        assertThat(open.closedAt).isNull();
        assertThat(stored(open).body).isNotNull();
    }

    @Test
    void closedDeliveriesAreDeletedByATtlIndexAfter90Days() {
        List<Document> indexes = DeliveryDocument.mongoDatabase()
                .getCollection("deliveries")
                .listIndexes()
                .collect()
                .asList()
                .await()
                .indefinitely();

        assertThat(indexes).anySatisfy(index -> {
            assertThat(index.get("key")).isEqualTo(new Document("closedAt", 1));
            assertThat(index.get("expireAfterSeconds", Number.class).longValue())
                    .isEqualTo(Duration.ofDays(90).toSeconds());
        });
    }

    private DeliveryDocument closed(AttemptOutcome outcome) {
        var delivery = stored(delivery());
        assertThat(DeliveryWrites.record(List.of(new Attempt(delivery.id, 1, outcome)))
                        .await()
                        .indefinitely())
                .isEqualTo(1);
        return delivery;
    }

    /** Not due for a day, so that nobody sends it; the dispatcher drops what has no webhook. */
    private DeliveryDocument delivery() {
        var delivery = new DeliveryDocument();
        delivery.communityId = new TestCommunity(records).id;
        delivery.subscriptionId = new TestCommunity(records)
                .create(TestCommunity.webhook("https://nowhere.invalid/"))
                .getString("data._id");
        delivery.id = UUID.randomUUID() + ":" + delivery.subscriptionId;
        delivery.body = new byte[] {'{', '}'};
        delivery.state = DeliveryState.OPEN;
        delivery.createdAt = Instant.now();
        delivery.nextAttemptAt = Instant.now().plusSeconds(86_400);
        done(DeliveryDocument.store(List.of(delivery)));
        return delivery;
    }

    private static DeliveryDocument stored(DeliveryDocument delivery) {
        return DeliveryDocument.<DeliveryDocument>findById(delivery.id).await().indefinitely();
    }

    private static void done(Uni<?> work) {
        work.await().indefinitely();
    }
}
