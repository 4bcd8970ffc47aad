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
    URL_NOT_PUBLIC(INVALID, "url", "url must be a public address"),
    EVENT_UNKNOWN(INVALID, "events", "events must be one of: user_join_server"),
    KEY_WITHOUT_MODE(INVALID, "encryption.aesKey", "encryption.aesKey must be absent when mode is none");

    private final Definition definition;

    WebhookError(Kind kind, @Nullable String field, String message) {
        definition = new Definition(kind, field, message);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
