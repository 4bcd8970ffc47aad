package dev.regulars.eventing;

import static dev.regulars.web.refusal.Kind.MISUSED_KEY;
import static dev.regulars.web.refusal.Kind.UNAVAILABLE;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;

/** Refusals of this library, in every service. */
public enum EventingError implements ErrorCode {
    TOO_MANY_EVENTS_WAITING(UNAVAILABLE),
    CALL_UNDER_WAY(UNAVAILABLE),
    IDEMPOTENCY_KEY_REUSED(MISUSED_KEY);

    private final Definition definition;

    EventingError(Kind kind) {
        definition = Definition.of(kind);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
