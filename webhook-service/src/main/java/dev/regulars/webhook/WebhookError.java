package dev.regulars.webhook;

import static dev.regulars.web.refusal.Kind.INVALID;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;
import org.jspecify.annotations.Nullable;

/** Every error code of this service. */
public enum WebhookError implements ErrorCode {
    WEBHOOK_NOT_FOUND(NOT_FOUND, null, "Record Not Found"),
    URL_MALFORMED(INVALID, "url", "url must be an absolute http or https URL without user info"),
    EVENT_UNKNOWN(INVALID, "events", "events must be one of: user_join_server"),
    KEY_WITHOUT_MODE(INVALID, "encryption.aesKey", "encryption.aesKey must be absent when mode is none");

    private final Kind kind;
    private final @Nullable String field;
    private final String message;

    WebhookError(Kind kind, @Nullable String field, String message) {
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
