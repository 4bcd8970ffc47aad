package dev.regulars.webhook;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;
import static dev.regulars.web.refusal.ErrorCode.Definition.invalid;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.webhook.payload.Payloads;

/** Every error code of this service. */
public enum WebhookError implements ErrorCode {
    URL_MALFORMED(invalid("url", "url must be an absolute http or https URL without user info")),
    EVENT_UNKNOWN(invalid("events", "events must be one of: " + String.join(", ", Payloads.names()))),
    KEY_NOT_ASCII(invalid("encryption.aesKey", "encryption.aesKey must be 32 ASCII characters")),
    KEY_WITHOUT_MODE(invalid("encryption.aesKey", "encryption.aesKey must be absent when mode is none")),
    CHANNELS_MISSING(invalid("channelIds", "channelIds is required for new_message_channel")),
    MODE_OUTGOING_ONLY(invalid("encryption.mode", "encryption.mode must be one of: none, CBC, GCM")),
    NOT_ENCRYPTED(conflict("encryption", "the webhook has no encryption")),
    NOT_VERIFIED(conflict("verification", "the endpoint is not verified")),
    STILL_OPEN(conflict("state", "the delivery is still open")),
    BODY_EXPIRED(conflict("body", "the body is no longer kept"));

    private final Definition definition;

    WebhookError(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
