package dev.regulars.webhook.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request to create a webhook. */
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

        @Schema(description = "Bodies are not encrypted when absent") @Valid @Nullable
        NewEncryption encryption,

        @Schema(description = "Whether deliveries are sent; true when absent", defaultValue = "true") @Nullable
        Boolean isActive) {

    boolean active() {
        return isActive == null || isActive;
    }

    NewEncryption encryptionOrNone() {
        return encryption == null ? NewEncryption.NONE : encryption;
    }
}
