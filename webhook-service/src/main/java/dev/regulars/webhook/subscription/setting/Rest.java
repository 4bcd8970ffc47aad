package dev.regulars.webhook.subscription.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pause that an endpoint is given after failures in a row.
 *
 * @param until then a single delivery probes the endpoint
 * @param reason in words
 */
public record Rest(Instant until, @Nullable String reason) {}
