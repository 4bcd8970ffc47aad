package dev.regulars.identity.accounts.userkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.value.Secret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record of a user key: that of contract §3.8.6, and where the key can be used. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(examples = """
        {"_id": "66b1f2a3a4d3e5f60718293d", "name": "My bot",
         "key": "a4f1********************************************************09bc",
         "kind": "user", "permissions": ["sendMessages", "readOwnProfile", "updateOwnProfile", "readOwnMessages"],
         "communityId": "66b1f0e9a4d3e5f60718293b", "channelIds": null, "isActive": true,
         "expirePeriod": 0, "expireDate": null, "lastUsedAt": null,
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z",
         "previousKeyExpiresAt": null}""")
record UserKeyView(
        String _id,
        String name,

        @Schema(description = "In clear only in the answers that create or rotate it, else masked")
        Secret key,

        @Schema(description = "A key of a user") Kind kind,

        @Schema(description = "What it may do") List<String> permissions,

        @Schema(description = "The only community that it can be used in")
        String communityId,

        @Schema(description = "The only channels that it can be used in; null for all of the community's") @Nullable
        List<String> channelIds,

        @Schema(description = "Whether it can be used") boolean isActive,

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

    /** Among the kinds of keys, this is the one of users. */
    enum Kind {
        user
    }

    /** Masked. */
    static UserKeyView of(UserKeyDocument key) {
        return of(key, key.masked);
    }

    static UserKeyView of(UserKeyDocument key, String shown) {
        return new UserKeyView(
                key.id,
                key.name,
                new Secret(shown),
                Kind.user,
                key.permissions,
                key.communityId,
                key.channelIds,
                key.active,
                key.expirePeriod,
                key.expireDate,
                key.lastUsedAt,
                key.createdAt,
                key.updatedAt,
                key.previousEnd);
    }
}
