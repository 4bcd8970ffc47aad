package dev.regulars.rewards.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long purchases may take. */
@ConfigMapping(prefix = "regulars.purchases")
public interface PurchaseConfig {

    /** How long a buyer waits for the outcome before the answer is 202. */
    @WithDefault("4s")
    Duration patience();

    /** When the worker takes care of a purchase whose replica may be gone. */
    @WithDefault("10s")
    Duration orphanedAfter();

    /** When a purchase that still has no outcome is undone. */
    @WithDefault("60s")
    Duration undoneAfter();
}
