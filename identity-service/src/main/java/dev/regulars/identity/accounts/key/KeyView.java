package dev.regulars.identity.accounts.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.value.Secret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The record of a key (contract §3.8.6).
 *
 * @param key in clear in the answer that created it, else masked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(examples = """
        {"_id": "66b1f11da4d3e5f60718293c", "name": "CRM",
         "key": "c8c6********************************************************8ca2",
         "kind": "integration", "permissions": ["getUserData", "createUser", "manageUser", "webhooks"],
         "expirePeriod": 90, "expireDate": "2026-06-08T16:15:50.123Z", "lastUsedAt": null,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record KeyView(
        String _id,
        String name,

        @Schema(description = "In clear only in the answer to its creation, masked afterwards")
        Secret key,

        @Schema(description = "Who takes it: the Integration API, or the System API")
        KeyKind kind,

        @Schema(description = "What it may do; a system key has no single permissions")
        List<String> permissions,

        @Schema(description = "Days from its creation; 0 means that it never expires")
        int expirePeriod,

        @Schema(description = "null when it never expires") @Nullable
        Instant expireDate,

        @Schema(description = "null until it is used") @Nullable
        Instant lastUsedAt,

        Instant createdAt,
        Instant updatedAt) {

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
                key.updatedAt);
    }
}
