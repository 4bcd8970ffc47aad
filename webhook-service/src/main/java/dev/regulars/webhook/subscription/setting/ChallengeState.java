package dev.regulars.webhook.subscription.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of the endpoint verification.
 *
 * @param text that the endpoint has to echo; a new one for each verification
 * @param dueAt time of the next attempt, null once verification has ended
 * @param error what the last attempt met, in words; null before the first one and after success
 */
public record ChallengeState(
        String text,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String error) {

    /** Due at once. */
    public static ChallengeState due(String text, Instant now) {
        return new ChallengeState(text, 0, now, null);
    }
}
