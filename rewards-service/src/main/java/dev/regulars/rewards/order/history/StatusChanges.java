package dev.regulars.rewards.order.history;

import static dev.regulars.rewards.RewardsError.HISTORY_FULL;
import static dev.regulars.rewards.RewardsError.ORDER_CANCELLED;
import static dev.regulars.rewards.RewardsError.ORDER_NOT_CONFIRMED;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.rewards.RewardsEvent;
import dev.regulars.events.rewards.RewardsEvent.OrderRefunded;
import dev.regulars.events.rewards.RewardsEvent.OrderStatusChanged;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.order.OrderParts.OrderActor;
import dev.regulars.rewards.order.OrderParts.OrderStatus;
import dev.regulars.rewards.order.OrderParts.Refund;
import dev.regulars.rewards.order.OrderParts.StatusChange;
import dev.regulars.rewards.order.OrderState;
import dev.regulars.rewards.order.OrderWrites;
import dev.regulars.rewards.status.StatusCategory;
import dev.regulars.rewards.status.Statuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Leads orders through the statuses. Any status of a category that is not cancelled may follow any other; a cancelled order gave
 * everything back and stays as it is.
 */
@ApplicationScoped
class StatusChanges {

    private static final int TRIES = 20;
    private static final int LONGEST_HISTORY = 1_000;
    private static final String CANCEL = "cancel";

    private final Statuses statuses;
    private final Clock clock;

    StatusChanges(Statuses statuses, Clock clock) {
        this.statuses = statuses;
        this.clock = clock;
    }

    Uni<OrderDocument> change(Tx tx, String transactionId, String statusId, @Nullable String note) {
        return statuses.use(tx, tx.community(), statusId)
                .map(OrderStatus::of)
                .chain(status -> change(tx, transactionId, status, note, TRIES));
    }

    private Uni<OrderDocument> change(
            Tx tx, String transactionId, OrderStatus status, @Nullable String note, int tries) {
        return OrderDocument.findByTransaction(tx, tx.community(), transactionId)
                .plug(orNotFound("order", transactionId))
                .chain(order -> {
                    if (order.status.id().equals(status.id())) {
                        return Uni.createFrom().item(order);
                    }
                    checkMayFollow(order);
                    return store(tx, order, status, note).onItem().ifNull().switchTo(() -> {
                        if (tries == 0) {
                            throw Refusal.of(Kind.UNAVAILABLE, "an order that changes all the time");
                        }
                        return change(tx, transactionId, status, note, tries - 1);
                    });
                });
    }

    private static void checkMayFollow(OrderDocument order) {
        if (order.state != OrderState.CONFIRMED) {
            throw ORDER_NOT_CONFIRMED.because(order.transactionId + " is " + order.state);
        }
        if (order.status.category() == StatusCategory.CANCELLED) {
            throw ORDER_CANCELLED.because(order.transactionId);
        }
        if (order.history.size() >= LONGEST_HISTORY) {
            throw HISTORY_FULL.because(order.transactionId);
        }
    }

    private Uni<@Nullable OrderDocument> store(Tx tx, OrderDocument order, OrderStatus status, @Nullable String note) {
        var actor = new OrderActor(tx.caller().kind().claim(), tx.caller().id());
        var step = new StatusChange(status, actor, note, clock.instant());
        boolean cancelled = status.category() == StatusCategory.CANCELLED;
        if (!cancelled || order.rest() == 0) {
            return OrderWrites.changed(tx, order, step, null, cancelled, step.at(), changed(order, step));
        }
        var refund = new Refund(CANCEL, order.rest(), note, actor, step.at(), false);
        return OrderWrites.changed(
                tx, order, step, refund, true, step.at(), changed(order, step), refunded(order, refund));
    }

    private static RewardsEvent changed(OrderDocument order, StatusChange step) {
        return new OrderStatusChanged(
                order.communityId.id(),
                order.transactionId,
                order.accountId,
                order.userId,
                order.productId,
                step.status().id(),
                step.status().name(),
                step.status().category().wire(),
                order.status.id(),
                order.status.category().wire(),
                step.at());
    }

    private static RewardsEvent refunded(OrderDocument order, Refund refund) {
        return new OrderRefunded(
                order.communityId.id(),
                order.transactionId,
                order.accountId,
                order.userId,
                refund.id(),
                refund.amount(),
                order.paid,
                order.paid,
                refund.at());
    }
}
