package dev.regulars.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.crypto.Secrets;
import dev.regulars.webhook.encryption.Encoding;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.encryption.EncryptionMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it; secrets in clear only in the answer to its creation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f1a3a4d3e5f60718293e", "name": "CRM", "url": "https://crm.example.com/hooks",
         "events": ["user_join_server"],
         "encryption": {"mode": "GCM", "encoding": "base64", "keyId": "50c49c0e6e067c8e"},
         "verification": "verified", "isActive": true,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:51.456Z"}""")
record SubscriptionView(
        @JsonProperty("_id") String id,
        String name,
        String url,
        List<String> events,
        EncryptionView encryption,
        Verification verification,
        @JsonProperty("isActive") boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String secret,
        @Nullable String aesKey) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EncryptionView(
            EncryptionMode mode,
            Encoding encoding,
            @Nullable String keyId) {
        static EncryptionView of(Encryption encryption) {
            return new EncryptionView(encryption.mode(), encryption.encoding(), encryption.keyId());
        }
    }

    static SubscriptionView of(SubscriptionDocument document) {
        return with(document, null, null);
    }

    static SubscriptionView of(SubscriptionDraft draft) {
        return with(draft.document(), draft.secret(), draft.aesKey());
    }

    SubscriptionView masked() {
        return new SubscriptionView(
                id,
                name,
                url,
                events,
                encryption,
                verification,
                isActive,
                createdAt,
                updatedAt,
                secret == null ? null : Secrets.masked(secret),
                aesKey == null ? null : Secrets.masked(aesKey));
    }

    private static SubscriptionView with(
            SubscriptionDocument document, @Nullable String secret, @Nullable String aesKey) {
        return new SubscriptionView(
                document.id,
                document.name,
                document.url,
                document.events,
                EncryptionView.of(document.encryption),
                document.verification,
                document.active,
                document.createdAt,
                document.updatedAt,
                secret,
                aesKey);
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "Webhook " + id;
    }
}
