package dev.regulars.webhook.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which replica delivers for a subscription.
 *
 * @param fence raised by every new holder: what an older one writes late has no effect
 */
public record Lease(@Nullable String owner, Instant until, long fence) {

    static final Lease NOBODYS = new Lease(null, Instant.EPOCH, 0);
}
