package dev.regulars.webhook.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request to create a subscription. */
@Schema(examples = """
        {"name": "CRM", "url": "https://crm.example.com/hooks", "events": ["user_join_server"],
         "encryption": {"mode": "GCM", "encoding": "base64"}, "isActive": true}""")
record NewSubscription(
        @NotBlank @Size(max = 100, message = "must be 1 to 100 characters")
        String name,

        @NotBlank @Size(max = 2048, message = "must be at most 2048 characters")
        String url,

        @NotEmpty List<@NotNull String> events,
        @Valid @Nullable NewEncryption encryption,
        @Nullable Boolean isActive) {

    boolean active() {
        return isActive == null || isActive;
    }

    NewEncryption encryptionOrNone() {
        return encryption == null ? NewEncryption.NONE : encryption;
    }

    /** For the fingerprint of the request: nothing of the key is kept, not even a hash. */
    NewSubscription withoutKey() {
        var keyless = encryption == null ? null : encryption.withoutKey();
        return new NewSubscription(name, url, events, keyless, isActive);
    }
}
