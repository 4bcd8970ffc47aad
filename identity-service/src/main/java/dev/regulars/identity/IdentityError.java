package dev.regulars.identity;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;
import static dev.regulars.web.refusal.ErrorCode.Definition.limit;
import static dev.regulars.web.refusal.ErrorCode.Definition.taken;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.INVALID;
import static dev.regulars.web.refusal.Kind.KEY_REFUSED;
import static dev.regulars.web.refusal.Kind.LOGIN_REFUSED;
import static dev.regulars.web.refusal.Kind.UNAUTHENTICATED;
import static dev.regulars.web.refusal.Kind.UNAVAILABLE;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;
import org.jspecify.annotations.Nullable;

/** Everything this service can refuse. */
public enum IdentityError implements ErrorCode {
    USERNAME_TAKEN(CONFLICT, "username", "username already exists"),
    EMAIL_TAKEN(CONFLICT, "email", "email already exists"),
    CODE_REFUSED(INVALID, "code", "code is invalid or expired"),
    PASSWORD_REFUSED(LOGIN_REFUSED, null, "Invalid email or password"),
    EMAIL_NOT_VERIFIED(LOGIN_REFUSED, null, "Email not verified"),
    FACTOR_MISSING(Kind.FACTOR_MISSING, null, "Second factor required"),
    FACTOR_WRONG(Kind.FACTOR_WRONG, null, "Second factor invalid"),
    TOKEN_REFUSED(INVALID, "token", "token is invalid or expired"),
    CREDENTIAL_REFUSED(UNAUTHENTICATED, null, "Invalid token"),
    ADMIN_STAYS(CONFLICT, "userId", "You cannot disable yourself"),
    SEARCH_REFUSED(INVALID, null, "Invalid search query."),
    KEY_ROTATED(CONFLICT, "key", "The key was rotated at the same moment"),
    LINK_PENDING(Definition.of(CONFLICT, "Account link pending")),
    ACCESS_KEY_REFUSED(KEY_REFUSED, null, "Invalid access key"),
    LOGIN_URL_REFUSED(LOGIN_REFUSED, null, "Login URL is invalid or expired"),
    WIDGET_LIMIT(limit("widgets", 100)),
    ACCESS_KEY_LIMIT(limit("widget access keys", 100)),
    USER_KEY_LIMIT(CONFLICT, "keys", "limit reached: user keys 20"),
    FIELD_TAKEN(taken("field")),
    FIELD_LIMIT(limit("fields", 200)),
    FIELD_IS_DEFAULT(conflict("fieldId", "The field is maintained by the system")),
    FIELD_VALUES_MISFIT(conflict("type", "Some values do not fit the type; dryRun=true names them")),
    HASHING_BUSY(UNAVAILABLE, null, "Service Unavailable");

    private final Definition definition;

    IdentityError(Definition definition) {
        this.definition = definition;
    }

    IdentityError(Kind kind, @Nullable String field, String message) {
        definition = new Definition(kind, field, message);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
