package dev.regulars.webhook.subscription.api.encryption;

import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encoding;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.encryption.KeyAlgorithm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requested encryption of delivery bodies. */
public record NewEncryption(
        @NotNull EncryptionMode mode,

        @Schema(
                description = "32 ASCII characters, used as they are; generated and returned once where it is absent."
                        + " On an update, absent keeps the key")
        @Size(min = 32, max = 32, message = "must be 32 ASCII characters")
        @Nullable
        Secret aesKey,

        @Schema(description = "Of IV, data and tag in the envelope; `hex` when absent", defaultValue = "hex") @Nullable
        Encoding encoding,

        @Schema(description = "Of a JWE; `dir` when absent", defaultValue = "dir") @Nullable
        KeyAlgorithm alg,

        @Schema(description = "Your public key as JWK, for `ECDH-ES` and `RSA-OAEP-256`") @Nullable
        Map<String, Object> publicKey) {

    public static final NewEncryption NONE = new NewEncryption(EncryptionMode.NONE, null, null, null, null);

    Encoding encodingOrHex() {
        return encoding == null ? Encoding.HEX : encoding;
    }

    public KeyAlgorithm algOrDir() {
        return alg == null ? KeyAlgorithm.DIR : alg;
    }

    public boolean needsAesKey() {
        return mode != EncryptionMode.NONE && !algOrDir().usesPublicKey();
    }
}
