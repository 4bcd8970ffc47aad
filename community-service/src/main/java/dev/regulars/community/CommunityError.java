package dev.regulars.community;

import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;
import org.jspecify.annotations.Nullable;

/** Everything this service can refuse. */
public enum CommunityError implements ErrorCode {
    SERVER_NOT_FOUND(NOT_FOUND, null, "Record Not Found"),
    MEMBERSHIP_NOT_FOUND(NOT_FOUND, null, "Record Not Found"),
    OWNER_STAYS(CONFLICT, "user", "The owner cannot be deleted"),
    URI_TAKEN(CONFLICT, "uri", "uri already exists"),
    DOMAIN_TAKEN(CONFLICT, "domain", "domain already exists");

    private final Kind kind;
    private final @Nullable String field;
    private final String message;

    CommunityError(Kind kind, @Nullable String field, String message) {
        this.kind = kind;
        this.field = field;
        this.message = message;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public @Nullable String field() {
        return field;
    }

    @Override
    public String message() {
        return message;
    }
}
