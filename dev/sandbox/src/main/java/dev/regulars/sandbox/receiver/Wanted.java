package dev.regulars.sandbox.receiver;

import org.jspecify.annotations.Nullable;

/** Which deliveries somebody asks for; null asks for all. */
public record Wanted(
        @Nullable String event,
        @Nullable String receiver,
        @Nullable String containing) {

    boolean includes(Delivery delivery) {
        return (event == null || event.equals(delivery.event()))
                && (receiver == null || receiver.equals(delivery.receiver()))
                && (containing == null || delivery.text().contains(containing));
    }
}
