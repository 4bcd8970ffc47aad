package dev.regulars.eventing.once;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How long calls are remembered that were done under an Idempotency-Key. */
@ConfigMapping(prefix = "regulars.requests")
interface IdempotencyConfig {

    /** After this time a repeat is done anew; for ever where it is absent. */
    Optional<Duration> retention();
}
