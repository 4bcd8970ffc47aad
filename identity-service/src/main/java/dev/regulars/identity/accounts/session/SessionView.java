package dev.regulars.identity.accounts.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param community that it is good in; null for a login of one's own
 * @param current whether it is the one that asks
 * @param address where it was last refreshed from
 */
@Schema(examples = """
        {"_id": "66b1f0d3a4d3e5f60718293e", "kind": "login", "community": null, "current": true,
         "createdAt": "2026-03-10T16:15:50.123Z", "lastUsedAt": "2026-03-10T16:30:12.456Z", "address": "203.0.113.7"}""")
record SessionView(
        String _id,

        @Schema(description = "What began it: `login`, `rocketchat`, or `sso` for a login URL")
        String kind,

        @Schema(description = "`_id` of the only community that it is valid in; null for all")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        String community,

        @Schema(description = "Whether it is the session of this call")
        boolean current,

        Instant createdAt,
        Instant lastUsedAt,

        @Schema(description = "Network address of its last refresh")
        String address) {

    static SessionView of(SessionDocument session, String current) {
        return new SessionView(
                session.id,
                session.kind,
                session.community,
                session.id.equals(current),
                session.createdAt,
                session.lastUsedAt,
                session.address);
    }
}
