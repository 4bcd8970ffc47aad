package dev.regulars.sandbox.receiver;

import org.jspecify.annotations.Nullable;

/**
 * Which deliveries somebody asks for; null asks for all.
 *
 * @param after the last one that the caller knows already
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
