package dev.regulars.identity.accounts.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.web.value.Secret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The record of a key (contract §3.8.6).
 *
 * @param key in clear in the answer that created or rotated it, else masked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(examples = """
        {"_id": "66b1f11da4d3e5f60718293c", "name": "CRM",
         "key": "c8c6********************************************************8ca2",
         "kind": "integration", "permissions": ["getUserData", "createUser", "manageUser", "webhooks"],
         "expirePeriod": 90, "expireDate": "2026-06-08T16:15:50.123Z", "lastUsedAt": null,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z",
         "previousKeyExpiresAt": null}""")
record KeyView(
        String _id,
        String name,

        @Schema(description = "In clear only in the answers that create or rotate it, else masked")
        Secret key,

        @Schema(description = "What it opens: the Integration API, the System API, or Secure Auth")
        KeyKind kind,

        @Schema(description = "What it may do; system and SSO keys have no single permissions")
        List<String> permissions,

        @Schema(description = "Days from when it was set; 0 means that it never expires")
        int expirePeriod,

        @Schema(description = "null when it never expires") @Nullable
        Instant expireDate,

        @Schema(description = "null until it is used") @Nullable
        Instant lastUsedAt,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Until when the key before the last rotation can be used; null where there is none")
        @Nullable
        Instant previousKeyExpiresAt) {

    /** Masked. */
    static KeyView of(KeyDocument key) {
        return of(key, key.masked);
    }

    static KeyView of(KeyDocument key, String shown) {
        return new KeyView(
                key.id,
                key.name,
                new Secret(shown),
                key.kind,
                key.permissions,
                key.expirePeriod,
                key.expireDate,
                key.lastUsedAt,
                key.createdAt,
                key.updatedAt,
                key.previousEnd);
    }
}
