package dev.regulars.sandbox.receiver;

import org.jspecify.annotations.Nullable;

/**
 * A filter for deliveries; null matches all.
 *
 * @param after the number of the last delivery that the caller has seen
 */
public record DeliveryFilter(
        @Nullable String event,
        @Nullable String receiver,
        @Nullable String containing,
        long after) {

    boolean matches(Delivery delivery) {
        return delivery.number() > after
                && (event == null || event.equals(delivery.event()))
                && (receiver == null || receiver.equals(delivery.receiver()))
                && (containing == null || delivery.text().contains(containing));
    }
}
