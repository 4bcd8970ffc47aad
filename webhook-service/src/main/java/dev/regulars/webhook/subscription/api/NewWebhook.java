package dev.regulars.webhook.subscription.api;

import dev.regulars.web.validation.ObjectId;
import dev.regulars.webhook.signature.SignatureVersion;
import dev.regulars.webhook.subscription.api.encryption.NewEncryption;
import dev.regulars.webhook.subscription.setting.OrderKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request to create a webhook, or to replace its settings. */
@Schema(examples = """
        {"name": "CRM", "url": "https://crm.example.com/hooks", "events": ["user_join_server"],
         "encryption": {"mode": "GCM", "encoding": "base64"}, "isActive": true}""")
record NewWebhook(
        @Schema(description = "For people; it need not be unique") @NotBlank @Size(min = 1, max = 100)
        String name,

        @Schema(
                description =
                        "An https URL on port 443 or 1024 to 65535; the installation may allow others. It must lead to public"
                                + " addresses")
        @NotBlank
        @Size(max = 2048)
        String url,

        @Schema(description = "Names of events, of the catalogue") @NotEmpty
        List<@NotNull String> events,

        @Schema(description = "Only what happens in these channels; `new_message_channel` needs them")
        @Size(max = 500)
        @Nullable
        List<@NotNull @ObjectId String> channelIds,

        @Schema(description = "Which members the events must concern") @Valid @Nullable
        NewFilters filters,

        @Schema(description = "Bodies are not encrypted when absent") @Valid @Nullable
        NewEncryption encryption,

        @Schema(description = "Signatures beside `v1`, which every delivery has") @Nullable
        List<@NotNull SignatureVersion> signatures,

        @Schema(description = "Which deliveries wait for each other; absent: none") @Valid @Nullable
        NewOrder order,

        @Schema(
                description = "Windows between attempts in seconds, instead of those of the installation: a list, or"
                        + " `{event: list}`",
                implementation = Object.class)
        @Nullable
        Object schedule,

        @Schema(description = "How many requests at once; 8 when absent", defaultValue = "8") @Min(1) @Max(64) @Nullable
        Integer maxInFlight,

        @Schema(description = "How many requests a second at most; no limit when absent") @Min(1) @Max(1000) @Nullable
        Integer ratePerSecond,

        @Schema(description = "Whether deliveries are sent; true when absent", defaultValue = "true") @Nullable
        Boolean isActive) {

    /** Which members the events must concern; all that is named must hold. */
    record NewFilters(
            @Schema(description = "Ids; the member has one of these roles") @Size(max = 250) @Nullable
            List<@NotNull @ObjectId String> roles,

            @Schema(description = "Custom fields by name; the member has all of these values")
            @Size(max = 200)
            @Nullable
            Map<String, @NotNull String> fields) {}

    /** Which deliveries wait for each other. */
    record NewOrder(
            @Schema(description = "What they have in common") @NotNull
            OrderKey by,

            @Schema(
                    description =
                            "Seconds; a delivery that is older no longer holds the others. Absent: it always does")
            @Min(1)
            @Max(259_200)
            @Nullable
            Integer skipAfter) {}

    boolean active() {
        return isActive == null || isActive;
    }

    NewEncryption encryptionOrNone() {
        return encryption == null ? NewEncryption.NONE : encryption;
    }
}
