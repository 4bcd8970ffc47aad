package dev.regulars.identity.accounts.key;

import dev.regulars.web.value.Secret;
import com.fasterxml.jackson.annotation.JsonInclude;
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
        Secret key,
        KeyKind kind,
        List<String> permissions,
        int expirePeriod,
        @Nullable Instant expireDate,
        @Nullable Instant lastUsedAt,
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
