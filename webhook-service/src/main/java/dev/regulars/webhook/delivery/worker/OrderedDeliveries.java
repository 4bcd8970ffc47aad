package dev.regulars.webhook.delivery.worker;

import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses what may be sent where deliveries with the same key follow one another. */
final class OrderedDeliveries {

    private OrderedDeliveries() {}

    /**
     * @param open in the order in which they were stored
     * @param claimed ids of those that are being sent
     */
    static List<DeliveryDocument> ready(
            List<DeliveryDocument> open, Set<String> claimed, DeliveryOrder order, Instant now) {
        Set<String> held = new HashSet<>();
        List<DeliveryDocument> ready = new ArrayList<>();
        for (DeliveryDocument delivery : open) {
            boolean isHeld = delivery.orderKey != null && held.contains(delivery.orderKey);
            boolean isDue = !delivery.nextAttemptAt.isAfter(now);
            if (!isHeld && isDue && !claimed.contains(delivery.id)) {
                ready.add(delivery);
            }
            if (delivery.orderKey != null && !mayBePassed(delivery, order, now)) {
                held.add(delivery.orderKey);
            }
        }
        return ready;
    }

    private static boolean mayBePassed(DeliveryDocument delivery, DeliveryOrder order, Instant now) {
        return order.skipAfter() != null
                && delivery.attempts > 0
                && delivery.createdAt
                        .plus(Duration.ofSeconds(order.skipAfter()))
                        .isBefore(now);
    }
}
