package dev.regulars.webhook.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint has to send back.
 *
 * @param dueAt when it is sent next; nothing once it is over
 * @param reason in words, how the last attempt went
 */
public record Challenge(String text, int attempts, @Nullable Instant dueAt, String reason) {}
