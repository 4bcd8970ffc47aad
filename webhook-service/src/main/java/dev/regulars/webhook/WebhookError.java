package dev.regulars.webhook;

import static dev.regulars.web.refusal.ErrorCode.Definition.invalid;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.webhook.payload.PartnerEvent;

/** Every error code of this service. */
public enum WebhookError implements ErrorCode {
    URL_MALFORMED(invalid("url", "url must be an absolute http or https URL without user info")),
    EVENT_UNKNOWN(invalid("events", "events must be one of: " + String.join(", ", PartnerEvent.names()))),
    KEY_NOT_ASCII(invalid("encryption.aesKey", "encryption.aesKey must be 32 ASCII characters")),
    KEY_WITHOUT_MODE(invalid("encryption.aesKey", "encryption.aesKey must be absent when mode is none"));

    private final Definition definition;

    WebhookError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
