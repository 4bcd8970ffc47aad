package dev.regulars.webhook.encryption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Encryption settings of a subscription.
 *
 * @param key null without encryption
 * @param nextKey encrypts from {@code switchAt} on
 */
public record Encryption(
        EncryptionMode mode,
        Encoding encoding,
        KeyAlgorithm alg,
        @Nullable EncryptionKey key,
        @Nullable EncryptionKey nextKey,
        @Nullable Instant switchAt) {

    /** The key that encrypts at a time. */
    public @Nullable EncryptionKey keyAt(Instant now) {
        return switchAt != null && !now.isBefore(switchAt) ? nextKey : key;
    }

    /** The same with one key that holds at once. */
    public Encryption with(EncryptionKey only) {
        return new Encryption(mode, encoding, alg, only, null, null);
    }

    /** Until {@code switchAt} the key of now encrypts, then {@code next}. */
    public Encryption rotated(EncryptionKey next, Instant switchAt, Instant now) {
        return new Encryption(mode, encoding, alg, keyAt(now), next, switchAt);
    }
}
