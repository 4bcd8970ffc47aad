package dev.regulars.webhook.subscription.api;

import dev.regulars.web.value.Secret;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import org.jspecify.annotations.Nullable;

/**
 * A subscription about to be stored, with its secrets in clear for the answer to its creation.
 *
 * @param aesKey only if it was generated here
 */
record SubscriptionDraft(
        SubscriptionDocument document,
        Secret secret,
        @Nullable Secret aesKey) {}
