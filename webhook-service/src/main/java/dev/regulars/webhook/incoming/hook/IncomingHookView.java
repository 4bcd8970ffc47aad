package dev.regulars.webhook.incoming.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.EncryptionMode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An incoming webhook as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f1a3a4d3e5f607182943", "name": "Broker", "action": "currency",
         "url": "https://regulars.example.com/webhooks/incoming/66b1f1a3a4d3e5f607182943", "apiKeyEnabled": true,
         "signed": false, "encryption": {"mode": "GCM", "keyId": "50c49c0e6e067c8e"},
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record IncomingHookView(
        String _id,
        String name,
        IncomingAction action,

        @Schema(description = "Where calls are sent") String url,

        @Schema(description = "Where messages are posted") @Nullable
        String channelId,

        @Schema(description = "Who posts them") @Nullable String sender,

        @Schema(description = "Whether calls need `x-api-key`")
        boolean apiKeyEnabled,

        @Schema(description = "Whether calls need the headers of Standard Webhooks")
        boolean signed,

        IncomingEncryptionView encryption,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Key of the calls, in the answer to the creation only") @Nullable
        Secret apiKey,

        @Schema(description = "Secret of the signatures, in the answer that made it only") @Nullable
        Secret secret,

        @Schema(description = "Generated key, in the answer that made it only") @Nullable
        Secret aesKey) {

    /** How bodies must be encrypted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IncomingEncryptionView(
            EncryptionMode mode,

            @Schema(description = "Names the key") @Nullable String keyId) {}

    /** Secrets in clear, for one answer. */
    record Shown(
            @Nullable Secret apiKey,
            @Nullable Secret secret,
            @Nullable Secret aesKey) {

        static final Shown NOTHING = new Shown(null, null, null);
    }

    static IncomingHookView of(IncomingHookDocument document, String publicUrl, Shown shown) {
        return new IncomingHookView(
                document.id,
                document.name,
                document.action,
                publicUrl + "/webhooks/incoming/" + document.id,
                document.channelId,
                document.sender,
                document.apiKeyEnabled,
                document.secret != null,
                new IncomingEncryptionView(document.mode, document.key == null ? null : document.key.keyId()),
                document.createdAt,
                document.updatedAt,
                shown.apiKey(),
                shown.secret(),
                shown.aesKey());
    }
}
