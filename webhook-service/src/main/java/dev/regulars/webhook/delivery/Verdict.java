package dev.regulars.webhook.delivery;

import dev.regulars.webhook.receiver.Response;
import dev.regulars.webhook.receiver.Response.Answered;
import dev.regulars.webhook.receiver.Response.Unanswered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt means for its delivery (contract §4.5).
 *
 * @param status what the endpoint answered, if it did
 * @param reason in words, for people
 * @param nextAttemptAt only of what stays open
 */
record Verdict(
        State state,
        @Nullable Integer status,
        String reason,
        @Nullable Instant nextAttemptAt) {

    private static final int GONE = 410;

    /** @param next when it could be tried again; nothing after the last attempt */
    static Verdict on(Response response, @Nullable Instant next) {
        return switch (response) {
            case Unanswered no -> again(null, no.reason(), next);
            case Answered yes
            when yes.isYes() ->
                new Verdict(State.DELIVERED, yes.status(), "The receiver answered " + yes.status(), null);
            case Answered gone
            when gone.status() == GONE ->
                new Verdict(State.FAILED, GONE, "The receiver answered 410: the webhook was switched off", null);
            case Answered moved
            when moved.status() / 100 == 3 ->
                again(moved.status(), "The receiver answered " + moved.status() + "; redirects are not followed", next);
            case Answered no -> again(no.status(), "The receiver answered " + no.status(), next);
        };
    }

    private static Verdict again(@Nullable Integer status, String reason, @Nullable Instant next) {
        return next == null
                ? new Verdict(State.FAILED, status, reason + "; that was the last attempt", null)
                : new Verdict(State.OPEN, status, reason, next);
    }

    /** The receiver never wants to hear of us again. */
    boolean isGoodbye() {
        return state == State.FAILED && status != null && status == GONE;
    }
}
