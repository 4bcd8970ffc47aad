package dev.regulars.community;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;
import static dev.regulars.web.refusal.ErrorCode.Definition.limit;
import static dev.regulars.web.refusal.ErrorCode.Definition.taken;

import dev.regulars.web.refusal.ErrorCode;

/** Everything this service can refuse, but for what is not found. */
public enum CommunityError implements ErrorCode {
    OWNER_STAYS(conflict("user", "The owner cannot be deleted")),
    OWNER_DOES_NOT_LEAVE(conflict("user", "The owner cannot leave")),
    OWNER_NOT_SANCTIONED(conflict("userId", "The owner cannot be sanctioned")),
    NOT_THE_OWNER(conflict("user", "The community has another owner")),
    BANNED(conflict("user", "The user is banned")),
    SANCTION_LIFTED(conflict("sanctionId", "The sanction was lifted before")),
    INVITE_OVER(conflict("inviteCode", "The invite is used up or expired")),
    EVERYONE_STAYS(conflict("roleId", "The role @all cannot be deleted, given or taken")),
    SERVER_LIMIT(limit("servers", 50)),
    ROLE_LIMIT(limit("roles", 250)),
    CHANNEL_LIMIT(limit("channels", 500)),
    URI_TAKEN(taken("uri")),
    DOMAIN_TAKEN(taken("domain")),
    DOMAIN_NOT_PROVEN(conflict("domain", "The TXT record of the domain was not found"));

    private final Definition definition;

    CommunityError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
