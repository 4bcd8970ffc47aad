package dev.regulars.sandbox.receiver;

import org.jspecify.annotations.Nullable;

/** The secrets that a receiver shares with the sender. */
public record ReceiverSecrets(EncryptionMode mode, @Nullable String aesKey, String secret) {

    public ReceiverSecrets {
        if (mode != EncryptionMode.none && (aesKey == null || aesKey.length() != 32)) {
            throw new IllegalArgumentException("aesKey must be 32 characters for " + mode);
        }
        if (!secret.startsWith("whsec_")) {
            throw new IllegalArgumentException("secret must start with whsec_");
        }
    }
}
