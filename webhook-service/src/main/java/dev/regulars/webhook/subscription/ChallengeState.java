package dev.regulars.webhook.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of the endpoint verification.
 *
 * @param dueAt time of the next attempt, null once verification has ended
 * @param reason outcome of the last attempt, in words
 */
public record ChallengeState(
        String text, int attempts, @Nullable Instant dueAt, String reason) {}
