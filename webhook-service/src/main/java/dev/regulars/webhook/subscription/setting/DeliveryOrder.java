package dev.regulars.webhook.subscription.setting;

import org.jspecify.annotations.Nullable;

/**
 * Which deliveries wait for each other.
 *
 * @param skipAfter seconds; an older delivery that still fails no longer holds the others. Null: it always does
 */
public record DeliveryOrder(OrderKey by, @Nullable Integer skipAfter) {}
