package dev.regulars.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encoding;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.encryption.EncryptionMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f1a3a4d3e5f60718293e", "name": "CRM", "url": "https://crm.example.com/hooks",
         "events": ["user_join_server"],
         "encryption": {"mode": "GCM", "encoding": "base64", "keyId": "50c49c0e6e067c8e"},
         "verification": "verified", "verificationError": null, "nextVerificationAt": null, "isActive": true,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:51.456Z"}""")
record WebhookView(
        String _id,
        String name,
        String url,
        @Schema(description = "Names of events") List<String> events,
        EncryptionView encryption,

        @Schema(description = "Whether the endpoint has answered its challenge. Deliveries wait until it is `verified`")
        Verification verification,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "Why the last challenge failed") @Nullable
        String verificationError,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "When the next challenge is sent") @Nullable
        Instant nextVerificationAt,

        @Schema(description = "Whether deliveries are sent") @JsonProperty("isActive")
        boolean isActive,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Secret of the signatures, in the answer to the creation only") @Nullable
        Secret secret,

        @Schema(description = "Generated key, in the answer to the creation only") @Nullable
        Secret aesKey) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EncryptionView(
            EncryptionMode mode,

            @Schema(description = "Of IV, data and tag in the envelope")
            Encoding encoding,

            @Schema(description = "Names the key, as the header `x-encryption-key-id` does") @Nullable
            String keyId) {

        static EncryptionView of(Encryption encryption) {
            return new EncryptionView(encryption.mode(), encryption.encoding(), encryption.keyId());
        }
    }

    static WebhookView of(SubscriptionDocument document) {
        return of(document, null, null);
    }

    static WebhookView of(SubscriptionDraft draft) {
        return of(draft.document(), draft.secret(), draft.aesKey());
    }

    private static WebhookView of(SubscriptionDocument document, @Nullable Secret secret, @Nullable Secret aesKey) {
        return new WebhookView(
                document.id,
                document.name,
                document.url,
                document.events,
                EncryptionView.of(document.encryption),
                document.verification,
                document.challenge.error(),
                document.challenge.dueAt(),
                document.active,
                document.createdAt,
                document.updatedAt,
                secret,
                aesKey);
    }
}
