package dev.regulars.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.Partner;
import dev.regulars.webhook.Scene;
import dev.regulars.webhook.delivery.DeliveryDocument.Attempt;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose result counts when two replicas worked on one delivery. */
@QuarkusTest
class FenceTest {

    KafkaRecords records;

    @Test
    void whatAnOlderHolderWritesLateHasNoEffect() {
        var delivery = delivery();
        done(DeliveryDocument.store(List.of(delivery)));
        done(DeliveryDocument.stamp(delivery.subscriptionId, 2));

        assertThat(record(delivery, 1, failed())).isFalse();
        assertThat(stored(delivery).state).isEqualTo(State.OPEN);
        assertThat(stored(delivery).attempts).isZero();

        assertThat(record(delivery, 2, delivered())).isTrue();
        assertThat(record(delivery, 3, failed())).isFalse();
        assertThat(stored(delivery).state).isEqualTo(State.DELIVERED);
    }

    @Test
    void whatWasDroppedStaysDroppedWhateverItsLastAttemptBrings() {
        var delivery = delivery();
        done(DeliveryDocument.store(List.of(delivery)));
        done(DeliveryDocument.drop(delivery.subscriptionId, "The webhook was deleted"));

        assertThat(record(delivery, 1, delivered())).isFalse();
        assertThat(stored(delivery).state).isEqualTo(State.DROPPED);
    }

    private String webhook() {
        try (var partner = new Partner()) {
            return new Scene(records).subscribe(Scene.wish(partner.url())).getString("_id");
        }
    }

    private static Verdict delivered() {
        return new Verdict(State.DELIVERED, 200, "The receiver answered 200", null);
    }

    private static Verdict failed() {
        return new Verdict(State.FAILED, 500, "The receiver answered 500", null);
    }

    private static boolean record(DeliveryDocument delivery, long fence, Verdict verdict) {
        var attempt = new Attempt(delivery.id, fence, verdict);
        return DeliveryDocument.record(List.of(attempt)).await().indefinitely() == 1;
    }

    /** Not due for long, so that the service leaves it alone; of a subscription that exists, so that it is not dropped. */
    private DeliveryDocument delivery() {
        var delivery = new DeliveryDocument();
        delivery.subscriptionId = webhook();
        delivery.id = UUID.randomUUID() + ":" + delivery.subscriptionId;
        delivery.communityId = "c";
        delivery.body = new byte[] {'{', '}'};
        delivery.state = State.OPEN;
        delivery.createdAt = Instant.now();
        delivery.nextAttemptAt = Instant.now().plusSeconds(86_400);
        return delivery;
    }

    private static DeliveryDocument stored(DeliveryDocument delivery) {
        return DeliveryDocument.<DeliveryDocument>findById(delivery.id).await().indefinitely();
    }

    private static void done(Uni<Void> work) {
        work.await().indefinitely();
    }
}
