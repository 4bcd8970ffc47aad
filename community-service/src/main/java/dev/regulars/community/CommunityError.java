package dev.regulars.community;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;
import static dev.regulars.web.refusal.ErrorCode.Definition.taken;

import dev.regulars.web.refusal.ErrorCode;

/** Everything this service can refuse, but for what is not found. */
public enum CommunityError implements ErrorCode {
    OWNER_STAYS(conflict("user", "The owner cannot be deleted")),
    URI_TAKEN(taken("uri")),
    DOMAIN_TAKEN(taken("domain"));

    private final Definition definition;

    CommunityError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
