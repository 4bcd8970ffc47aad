package dev.regulars.webhook.delivery;

import dev.regulars.webhook.client.Response;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one delivery attempt (contract 4.5).
 *
 * @param status HTTP status of the answer, null without an answer
 * @param reason in words
 * @param nextAttemptAt null once the delivery is closed
 */
public record AttemptOutcome(
        DeliveryState state,
        @Nullable Integer status,
        String reason,
        @Nullable Instant nextAttemptAt) {

    /** @param next time of the next attempt by the schedule, null after the last one */
    public static AttemptOutcome of(Response response, Supplier<@Nullable Instant> next) {
        return switch (response) {
            case Unanswered no -> retry(null, no.reason(), next.get());
            case Answered ok
            when ok.isSuccess() -> new AttemptOutcome(DeliveryState.DELIVERED, ok.status(), ok.reason(), null);
            case Answered gone
            when gone.isGone() -> new AttemptOutcome(DeliveryState.FAILED, gone.status(), gone.reason(), null);
            case Answered no -> retry(no.status(), no.reason(), next.get());
        };
    }

    public boolean isDelivered() {
        return state == DeliveryState.DELIVERED;
    }

    /** The endpoint answered 410 and the subscription is switched off. */
    public boolean isGone() {
        return state == DeliveryState.FAILED && status != null && status == Answered.GONE;
    }

    public static AttemptOutcome retry(@Nullable Integer status, String reason, @Nullable Instant next) {
        return next == null
                ? new AttemptOutcome(DeliveryState.FAILED, status, reason + "; that was the last attempt", null)
                : new AttemptOutcome(DeliveryState.OPEN, status, reason, next);
    }
}
