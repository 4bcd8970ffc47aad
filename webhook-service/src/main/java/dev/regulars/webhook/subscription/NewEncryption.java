package dev.regulars.webhook.subscription;

import dev.regulars.webhook.encryption.Encoding;
import dev.regulars.webhook.encryption.EncryptionMode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Requested encryption of delivery bodies. */
record NewEncryption(
        @NotNull EncryptionMode mode,

        @Pattern(regexp = "[\\x00-\\x7F]{32}", message = "must be 32 ASCII characters") @Nullable
        String aesKey,

        @Nullable Encoding encoding) {

    static final NewEncryption NONE = new NewEncryption(EncryptionMode.NONE, null, null);

    Encoding encodingOrHex() {
        return encoding == null ? Encoding.HEX : encoding;
    }

    NewEncryption withoutKey() {
        return new NewEncryption(mode, null, encoding);
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return mode + " in " + encodingOrHex();
    }
}
