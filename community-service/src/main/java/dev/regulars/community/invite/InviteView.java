package dev.regulars.community.invite;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invite.
 *
 * @param url where people open it
 * @param maxUses absent for any number
 */
record InviteView(
        String code,
        String url,
        int uses,
        @Nullable Integer maxUses,
        @Nullable Instant expiresAt,
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
