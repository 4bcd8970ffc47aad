package dev.regulars.community.invite;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invite.
 *
 * @param url where people open it
 * @param maxUses absent for any number
 */
@Schema(examples = """
        {"code": "7c1e0d52b6f94a33", "url": "https://regulars.example.com/invites/7c1e0d52b6f94a33", "uses": 0,
         "maxUses": 10, "expiresAt": "2126-03-10T16:15:50.123Z", "roleIds": []}""")
record InviteView(
        @Schema(description = "What joins by it; part of the URL")
        String code,

        @Schema(description = "To send to people") String url,
        @Schema(description = "How often it was used") int uses,

        @Schema(description = "null when there is no bound") @Nullable
        Integer maxUses,

        @Schema(description = "null when it never expires") @Nullable
        Instant expiresAt,

        @Schema(description = "Roles that whoever joins by it gets")
        List<String> roleIds) {

    static InviteView of(InviteDocument invite, String publicUrl) {
        return new InviteView(
                invite.id,
                publicUrl + "/invites/" + invite.id,
                invite.uses,
                invite.maxUses,
                invite.expiresAt,
                invite.roleIds);
    }
}
