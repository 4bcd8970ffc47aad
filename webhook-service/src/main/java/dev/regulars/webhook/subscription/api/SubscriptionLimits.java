package dev.regulars.webhook.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits per community. */
@ConfigMapping(prefix = "regulars.limits")
interface SubscriptionLimits {

    /** Webhooks of a community. */
    @WithDefault("50")
    int webhooks();
}
