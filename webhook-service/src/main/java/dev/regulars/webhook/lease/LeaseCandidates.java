package dev.regulars.webhook.lease;

import java.util.Set;

/**
 * Subscriptions with open deliveries, by what can be done with them.
 *
 * @param deleted no longer exist; their deliveries are dropped
 * @param available can be leased now; the others are leased elsewhere, inactive or not verified
 */
public record LeaseCandidates(Set<String> deleted, Set<String> available) {}
