package dev.regulars.eventing;

import static dev.regulars.web.refusal.Kind.MISUSED_KEY;
import static dev.regulars.web.refusal.Kind.UNAVAILABLE;

import dev.regulars.web.refusal.ErrorCode;
import dev.regulars.web.refusal.Kind;
import org.jspecify.annotations.Nullable;

/** What the mechanics refuse, whatever the service. */
public enum EventingError implements ErrorCode {
    TOO_MANY_EVENTS_WAITING(UNAVAILABLE),
    CALL_UNDER_WAY(UNAVAILABLE),
    KEY_OF_ANOTHER_CALL(MISUSED_KEY);

    private final Kind kind;

    EventingError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public @Nullable String field() {
        return null;
    }

    @Override
    public String message() {
        return kind.text();
    }
}
