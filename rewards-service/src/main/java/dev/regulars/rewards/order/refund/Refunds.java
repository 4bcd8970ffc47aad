package dev.regulars.rewards.order.refund;

import static dev.regulars.rewards.RewardsError.ORDER_NOT_CONFIRMED;
import static dev.regulars.rewards.RewardsError.REFUND_TOO_HIGH;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.rewards.RewardsEvent.OrderRefunded;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.order.OrderParts.OrderActor;
import dev.regulars.rewards.order.OrderParts.Refund;
import dev.regulars.rewards.order.OrderState;
import dev.regulars.rewards.order.OrderWrites;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives coins of an order back. The order decides, once for each coin; the worker tells the ledger. */
@ApplicationScoped
class Refunds {

    private static final int TRIES = 20;

    private final Clock clock;

    Refunds(Clock clock) {
        this.clock = clock;
    }

    Uni<RefundView> refund(Tx tx, String transactionId, NewRefund wanted) {
        return refund(tx, transactionId, wanted, TRIES);
    }

    private Uni<RefundView> refund(Tx tx, String transactionId, NewRefund wanted, int tries) {
        return OrderDocument.findByTransaction(tx, tx.community(), transactionId)
                .plug(orNotFound("order", transactionId))
                .chain(order -> {
                    Refund refund = decided(tx, order, wanted);
                    return store(tx, order, refund).onItem().ifNotNull().transform(after -> view(after, refund));
                })
                .onItem()
                .ifNull()
                .switchTo(() -> {
                    if (tries == 0) {
                        throw Refusal.of(Kind.UNAVAILABLE, "an order that changes all the time");
                    }
                    return refund(tx, transactionId, wanted, tries - 1);
                });
    }

    private Refund decided(Tx tx, OrderDocument order, NewRefund wanted) {
        if (order.state != OrderState.CONFIRMED) {
            throw ORDER_NOT_CONFIRMED.because(order.transactionId + " is " + order.state);
        }
        long amount = wanted.amount() == null ? order.rest() : wanted.amount();
        if (amount < 1 || amount > order.rest()) {
            throw REFUND_TOO_HIGH.because(amount + " of " + order.rest());
        }
        var actor = new OrderActor(tx.caller().kind().claim(), tx.caller().id());
        return new Refund(Ids.next(), amount, wanted.reason(), actor, clock.instant(), false);
    }

    private static Uni<@Nullable OrderDocument> store(Tx tx, OrderDocument order, Refund refund) {
        var event = new OrderRefunded(
                order.communityId.id(),
                order.transactionId,
                order.accountId,
                order.userId,
                refund.id(),
                refund.amount(),
                order.refunded + refund.amount(),
                order.paid,
                refund.at());
        return OrderWrites.changed(tx, order, null, refund, false, refund.at(), event);
    }

    private static RefundView view(OrderDocument order, Refund refund) {
        return new RefundView(refund.id(), order.transactionId, refund.amount(), order.refunded, order.paid);
    }
}
