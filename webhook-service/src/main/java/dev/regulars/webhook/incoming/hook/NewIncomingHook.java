package dev.regulars.webhook.incoming.hook;

import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.EncryptionMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request to create an incoming webhook, or to replace its settings. */
@Schema(examples = """
        {"name": "Broker", "action": "currency", "apiKeyEnabled": true, "encryption": {"mode": "GCM"}}""")
record NewIncomingHook(
        @Schema(description = "For people; it need not be unique") @NotBlank @Size(min = 1, max = 100)
        String name,

        @Schema(description = "What its calls do") @NotNull IncomingAction action,

        @Schema(description = "Where messages are posted, unless the call says otherwise") @ObjectId @Nullable
        String channelId,

        @Schema(
                description =
                        "Who posts them, unless the call says otherwise: the `userId` or e-mail address of a member")
        @Size(min = 1, max = 254)
        @Nullable
        String sender,

        @Schema(description = "Whether calls need `x-api-key`; true when absent", defaultValue = "true") @Nullable
        Boolean apiKeyEnabled,

        @Schema(description = "Whether calls need the headers of Standard Webhooks", defaultValue = "false") @Nullable
        Boolean signed,

        @Schema(description = "How bodies must be encrypted; not at all when absent") @Valid @Nullable
        NewIncomingEncryption encryption) {

    /** Requested encryption of bodies. */
    record NewIncomingEncryption(
            @Schema(description = "`none`, `CBC` or `GCM`") @NotNull
            EncryptionMode mode,

            @Schema(
                    description =
                            "32 ASCII characters, used as they are; generated and returned once where it is absent."
                                    + " On an update, absent keeps the key")
            @Size(min = 32, max = 32, message = "must be 32 ASCII characters")
            @Nullable
            Secret aesKey) {}

    boolean needsApiKey() {
        return apiKeyEnabled == null || apiKeyEnabled;
    }

    boolean needsSignature() {
        return signed != null && signed;
    }

    EncryptionMode mode() {
        return encryption == null ? EncryptionMode.NONE : encryption.mode();
    }

    @Nullable
    Secret aesKey() {
        return encryption == null ? null : encryption.aesKey();
    }
}
