package dev.regulars.webhook.delivery;

import dev.regulars.webhook.endpoint.Response;
import dev.regulars.webhook.endpoint.Response.Answered;
import dev.regulars.webhook.endpoint.Response.Unanswered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one delivery attempt (contract 4.5).
 *
 * @param status HTTP status of the answer, null without an answer
 * @param reason in words
 * @param nextAttemptAt null once the delivery is closed
 */
record AttemptOutcome(
        DeliveryState state,
        @Nullable Integer status,
        String reason,
        @Nullable Instant nextAttemptAt) {

    private static final int GONE = 410;

    /** @param next time of the next attempt by the schedule, null after the last one */
    static AttemptOutcome of(Response response, @Nullable Instant next) {
        return switch (response) {
            case Unanswered no -> retry(null, no.reason(), next);
            case Answered ok
            when ok.isSuccess() ->
                new AttemptOutcome(DeliveryState.DELIVERED, ok.status(), "The endpoint answered " + ok.status(), null);
            case Answered gone
            when gone.status() == GONE ->
                new AttemptOutcome(
                        DeliveryState.FAILED, GONE, "The endpoint answered 410: the webhook was switched off", null);
            case Answered moved
            when moved.status() / 100 == 3 ->
                retry(moved.status(), "The endpoint answered " + moved.status() + "; redirects are not followed", next);
            case Answered no -> retry(no.status(), "The endpoint answered " + no.status(), next);
        };
    }

    private static AttemptOutcome retry(@Nullable Integer status, String reason, @Nullable Instant next) {
        return next == null
                ? new AttemptOutcome(DeliveryState.FAILED, status, reason + "; that was the last attempt", null)
                : new AttemptOutcome(DeliveryState.OPEN, status, reason, next);
    }

    /** The endpoint answered 410: the subscription is switched off. */
    boolean isGone() {
        return state == DeliveryState.FAILED && status != null && status == GONE;
    }
}
