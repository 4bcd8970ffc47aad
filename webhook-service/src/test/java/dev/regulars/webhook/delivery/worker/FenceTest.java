package dev.regulars.webhook.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.delivery.AttemptOutcome;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.delivery.DeliveryWrites;
import dev.regulars.webhook.delivery.DeliveryWrites.Attempt;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two replicas work on the same delivery. */
@QuarkusTest
class FenceTest {

    KafkaRecords records;

    @Test
    void lateWriteOfAnOlderHolderHasNoEffect() {
        var delivery = delivery();
        done(DeliveryDocument.store(List.of(delivery)));
        done(DeliveryWrites.fence(delivery.subscriptionId, 2));

        assertThat(record(delivery, 1, failed())).isFalse();
        assertThat(stored(delivery).state).isEqualTo(DeliveryState.OPEN);
        assertThat(stored(delivery).attempts).isZero();

        assertThat(record(delivery, 2, delivered())).isTrue();
        assertThat(record(delivery, 3, failed())).isFalse();
        assertThat(stored(delivery).state).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void droppedDeliveryStaysDropped() {
        var delivery = delivery();
        done(DeliveryDocument.store(List.of(delivery)));
        done(DeliveryWrites.drop(delivery.subscriptionId, "The webhook was deleted"));

        assertThat(record(delivery, 1, delivered())).isFalse();
        assertThat(stored(delivery).state).isEqualTo(DeliveryState.DROPPED);
    }

    private String webhook() {
        try (var partner = new PartnerEndpoint()) {
            return new TestCommunity(records)
                    .subscribe(TestCommunity.webhook(partner.url()))
                    .getString("_id");
        }
    }

    private static AttemptOutcome delivered() {
        return new AttemptOutcome(DeliveryState.DELIVERED, 200, "The endpoint answered 200", null);
    }

    private static AttemptOutcome failed() {
        return new AttemptOutcome(DeliveryState.FAILED, 500, "The endpoint answered 500", null);
    }

    private static boolean record(DeliveryDocument delivery, long fence, AttemptOutcome outcome) {
        var attempt = new Attempt(delivery.id, fence, outcome);
        return DeliveryWrites.record(List.of(attempt)).await().indefinitely() == 1;
    }

    /** Due far in the future, so that the service ignores it; its subscription exists, so that it is not dropped. */
    private DeliveryDocument delivery() {
        var delivery = new DeliveryDocument();
        delivery.subscriptionId = webhook();
        delivery.id = UUID.randomUUID() + ":" + delivery.subscriptionId;
        delivery.communityId = "c";
        delivery.body = new byte[] {'{', '}'};
        delivery.state = DeliveryState.OPEN;
        delivery.createdAt = Instant.now();
        delivery.nextAttemptAt = Instant.now().plusSeconds(86_400);
        return delivery;
    }

    private static DeliveryDocument stored(DeliveryDocument delivery) {
        return DeliveryDocument.<DeliveryDocument>findById(delivery.id).await().indefinitely();
    }

    private static void done(Uni<?> work) {
        work.await().indefinitely();
    }
}
