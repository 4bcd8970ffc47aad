package dev.regulars.webhook.subscription.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.Encoding;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.encryption.EncryptionKey;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.encryption.KeyAlgorithm;
import dev.regulars.webhook.signature.SignatureVersion;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import dev.regulars.webhook.subscription.setting.Filters;
import dev.regulars.webhook.subscription.setting.Filters.FieldValue;
import dev.regulars.webhook.subscription.setting.OrderKey;
import dev.regulars.webhook.subscription.setting.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f1a3a4d3e5f60718293e", "name": "CRM", "url": "https://crm.example.com/hooks",
         "events": ["user_join_server"], "channelIds": [], "filters": {"roles": [], "fields": {}},
         "encryption": {"mode": "GCM", "encoding": "base64", "keyId": "50c49c0e6e067c8e"}, "signatures": ["v1"],
         "maxInFlight": 8, "verification": "verified", "verificationError": null, "nextVerificationAt": null,
         "isActive": true, "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:51.456Z"}""")
record WebhookView(
        String _id,
        String name,
        String url,

        @Schema(description = "Names of events") List<String> events,

        @Schema(description = "Only what happens in these channels; empty: in all")
        List<String> channelIds,

        FiltersView filters,

        @Schema(description = "Channels and roles of the filters that were deleted: they match nothing") @Nullable
        List<String> missing,

        EncryptionView encryption,

        @Schema(description = "Of every delivery") List<SignatureVersion> signatures,

        @Nullable OrderView order,

        @Schema(
                description = "Windows between attempts in seconds; absent: those of the installation",
                implementation = Object.class)
        @Nullable
        Object schedule,

        @Schema(description = "How many requests at once") int maxInFlight,

        @Schema(description = "How many requests a second at most") @Nullable
        Integer ratePerSecond,

        @Schema(description = "Whether the endpoint has answered its challenge. Deliveries wait until it is `verified`")
        Verification verification,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "Why the last challenge failed") @Nullable
        String verificationError,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "When the next challenge is sent") @Nullable
        Instant nextVerificationAt,

        @Schema(description = "Whether events are stored and sent") @JsonProperty("isActive")
        boolean isActive,

        @Schema(description = "Why a 410 switched it off") @Nullable
        String inactiveReason,

        @Schema(description = "Since when deliveries are held") @Nullable
        Instant pausedAt,

        @Schema(description = "Until when the endpoint is given a rest after failures in a row") @Nullable
        Instant restsUntil,

        @Schema(description = "Until when the secret before the last rotation signs too") @Nullable
        Instant previousSecretExpiresAt,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Secret of the signatures, in the answer to the creation only") @Nullable
        Secret secret,

        @Schema(description = "Generated key, in the answer to the creation only") @Nullable
        Secret aesKey) {

    /** Which members the events must concern. */
    record FiltersView(
            @Schema(description = "Ids") List<String> roles,

            @Schema(description = "Custom fields by name") Map<String, String> fields) {

        static FiltersView of(Filters filters) {
            return new FiltersView(
                    filters.roles(),
                    filters.fields().stream().collect(Collectors.toMap(FieldValue::name, FieldValue::value)));
        }
    }

    /** Which deliveries wait for each other. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderView(
            OrderKey by,

            @Schema(description = "Seconds; a delivery that is older no longer holds the others") @Nullable
            Integer skipAfter) {

        static @Nullable OrderView of(@Nullable DeliveryOrder order) {
            return order == null ? null : new OrderView(order.by(), order.skipAfter());
        }
    }

    /** How bodies are encrypted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EncryptionView(
            EncryptionMode mode,

            @Schema(description = "Of IV, data and tag in the envelope")
            Encoding encoding,

            @Schema(description = "Of a JWE") @Nullable KeyAlgorithm alg,

            @Schema(description = "Names the key, as the header `x-encryption-key-id` does") @Nullable
            String keyId,

            @Schema(description = "The key from `switchAt` on") @Nullable
            String nextKeyId,

            @Nullable Instant switchAt) {

        static EncryptionView of(Encryption encryption) {
            EncryptionKey key = encryption.keyAt(Instant.now());
            boolean switched = key != null && key.equals(encryption.nextKey());
            return new EncryptionView(
                    encryption.mode(),
                    encryption.encoding(),
                    encryption.mode() == EncryptionMode.JWE ? encryption.alg() : null,
                    key == null ? null : key.keyId(),
                    switched || encryption.nextKey() == null
                            ? null
                            : encryption.nextKey().keyId(),
                    switched ? null : encryption.switchAt());
        }
    }

    static WebhookView of(SubscriptionDocument document, List<String> missing) {
        return of(document, missing, null, null);
    }

    static WebhookView of(SubscriptionDraft draft) {
        return of(draft.document(), List.of(), draft.secret(), draft.aesKey());
    }

    private static WebhookView of(
            SubscriptionDocument document, List<String> missing, @Nullable Secret secret, @Nullable Secret aesKey) {
        Instant now = Instant.now();
        Instant previous = document.previousSecretUntil;
        return new WebhookView(
                document.id,
                document.name,
                document.url,
                document.events,
                document.filters.channelIds(),
                FiltersView.of(document.filters),
                missing.isEmpty() ? null : missing,
                EncryptionView.of(document.encryption),
                document.signatures,
                OrderView.of(document.order),
                WaitsReader.show(document.schedule),
                document.maxInFlight,
                document.ratePerSecond,
                document.verification,
                document.challenge.error(),
                document.challenge.dueAt(),
                document.active,
                document.inactiveReason,
                document.pausedAt,
                document.rest == null ? null : document.rest.until(),
                previous != null && previous.isAfter(now) ? previous : null,
                document.createdAt,
                document.updatedAt,
                secret,
                aesKey);
    }
}
