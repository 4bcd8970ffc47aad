package dev.regulars.webhook.delivery.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.delivery.LoggedAttempt;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.setting.Rest;
import dev.regulars.webhook.subscription.setting.Verification;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as the owner of the webhook sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"_id": "0d5e1c1e-7a4f-4c1b-9b57-2f2f0c1c7d10:66b1f1a3a4d3e5f60718293e", "event": "user_join_server",
         "state": "delivered", "reason": "The endpoint answered 204", "attempts": 1,
         "createdAt": "2026-03-10T16:15:50.123Z"}""")
record DeliveryView(
        @Schema(description = "Sent as `webhook-id`") String _id,
        String event,
        DeliveryState state,

        @Schema(description = "Why it is where it is") String reason,

        @Schema(description = "How many were made") int attempts,

        @Schema(description = "Of an open delivery") @Nullable
        Instant nextAttemptAt,

        Instant createdAt,

        @Schema(description = "The last attempts, oldest first; of a single delivery only") @Nullable
        List<AttemptView> log) {

    static DeliveryView of(DeliveryDocument delivery, SubscriptionDocument subscription) {
        return of(delivery, subscription, null);
    }

    static DeliveryView withLog(DeliveryDocument delivery, SubscriptionDocument subscription) {
        List<LoggedAttempt> log = delivery.log == null ? List.of() : delivery.log;
        return of(delivery, subscription, log.stream().map(AttemptView::of).toList());
    }

    private static DeliveryView of(
            DeliveryDocument delivery, SubscriptionDocument subscription, @Nullable List<AttemptView> log) {
        return new DeliveryView(
                delivery.id,
                delivery.event,
                delivery.state,
                reason(delivery, subscription),
                delivery.attempts,
                delivery.state == DeliveryState.OPEN ? delivery.nextAttemptAt : null,
                delivery.createdAt,
                log);
    }

    private static String reason(DeliveryDocument delivery, SubscriptionDocument subscription) {
        if (delivery.state != DeliveryState.OPEN) {
            return delivery.reason;
        }
        if (!subscription.active) {
            return "Held: the webhook is switched off";
        }
        if (subscription.pausedAt != null) {
            return "Held: the webhook is paused";
        }
        if (subscription.verification != Verification.VERIFIED) {
            return "Waiting: the endpoint is not verified";
        }
        Rest rest = subscription.rest;
        return rest != null && rest.until().isAfter(Instant.now()) ? "Waiting: " + rest.reason() : delivery.reason;
    }
}
