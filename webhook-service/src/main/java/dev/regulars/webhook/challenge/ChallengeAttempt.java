package dev.regulars.webhook.challenge;

import dev.regulars.webhook.subscription.SubscriptionDocument;

/**
 * One attempt to verify an endpoint.
 *
 * @param number from 1; with the text it identifies the attempt
 * @param encryptedSecret of the signature
 */
record ChallengeAttempt(
        String subscriptionId, String communityId, int number, String url, String text, String encryptedSecret) {

    static ChallengeAttempt of(SubscriptionDocument claimed) {
        return new ChallengeAttempt(
                claimed.id,
                claimed.communityId,
                claimed.challenge.attempts(),
                claimed.url,
                claimed.challenge.text(),
                claimed.secret);
    }
}
