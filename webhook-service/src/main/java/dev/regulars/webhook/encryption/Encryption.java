package dev.regulars.webhook.encryption;

import org.jspecify.annotations.Nullable;

/**
 * Encryption settings of a subscription.
 *
 * @param keyId public identifier of the key
 * @param aesKey encrypted under the master key
 */
public record Encryption(
        EncryptionMode mode,
        Encoding encoding,
        @Nullable String keyId,
        @Nullable String aesKey) {}
