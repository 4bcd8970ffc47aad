package dev.regulars.webhook.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription about to be stored, with its secrets in clear for the answer to its creation.
 *
 * @param aesKey only if it was generated here
 */
record SubscriptionDraft(
        SubscriptionDocument document,
        String secret,
        @Nullable String aesKey) {

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "Draft of webhook " + document.id;
    }
}
