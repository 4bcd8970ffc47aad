package dev.regulars.webhook.subscription.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The replica that delivers for a subscription.
 *
 * @param fence raised by every new holder: late writes of older holders have no effect
 */
public record Lease(@Nullable String owner, Instant until, long fence) {

    public static final Lease NONE = new Lease(null, Instant.EPOCH, 0);
}
