package dev.regulars.webhook.encryption;

import org.jspecify.annotations.Nullable;

/**
 * A key of a webhook.
 *
 * @param keyId public identifier, sent as {@code x-encryption-key-id}
 * @param aesKey encrypted under the master key
 * @param publicKey as a JWK
 */
public record EncryptionKey(
        String keyId, @Nullable String aesKey, @Nullable String publicKey) {}
