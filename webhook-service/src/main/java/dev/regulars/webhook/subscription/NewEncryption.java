package dev.regulars.webhook.subscription;

import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encoding;
import dev.regulars.webhook.encryption.EncryptionMode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requested encryption of delivery bodies. */
record NewEncryption(
        @NotNull EncryptionMode mode,

        @Schema(description = "32 ASCII characters; generated and returned once where it is absent")
        @Size(min = 32, max = 32, message = "must be 32 ASCII characters")
        @Nullable
        Secret aesKey,

        @Schema(description = "Of IV, data and tag in the envelope; `hex` when absent", defaultValue = "hex") @Nullable
        Encoding encoding) {

    static final NewEncryption NONE = new NewEncryption(EncryptionMode.NONE, null, null);

    Encoding encodingOrHex() {
        return encoding == null ? Encoding.HEX : encoding;
    }

    boolean generatesKey() {
        return mode != EncryptionMode.NONE && aesKey == null;
    }
}
