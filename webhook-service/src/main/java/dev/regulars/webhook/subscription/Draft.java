package dev.regulars.webhook.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription that is about to be stored, with its secrets in clear for the one answer that shows them.
 *
 * @param aesKey only if we made it
 */
record Draft(
        SubscriptionDocument document,
        String secret,
        @Nullable String aesKey) {

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "Draft of webhook " + document.id;
    }
}
