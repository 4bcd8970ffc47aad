package dev.regulars.webhook.subscription.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits per community. */
@ConfigMapping(prefix = "regulars.limits")
public interface SubscriptionLimits {

    /** Webhooks of a community. */
    @WithDefault("50")
    int webhooks();

    /** Incoming webhooks of a community. */
    @WithDefault("50")
    int incomingWebhooks();
}
