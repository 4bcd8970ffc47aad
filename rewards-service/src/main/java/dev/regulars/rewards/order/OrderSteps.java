package dev.regulars.rewards.order;

import static dev.regulars.rewards.RewardsError.COINS_MISSING;
import static dev.regulars.rewards.RewardsError.PURCHASE_UNDONE;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.rewards.ledger.Ledger;
import dev.regulars.rewards.ledger.Ledger.Debit;
import dev.regulars.rewards.limit.Limits;
import dev.regulars.rewards.limit.Limits.Limit;
import dev.regulars.rewards.order.OrderParts.OrderActor;
import dev.regulars.rewards.order.OrderParts.StatusChange;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.rewards.product.stock.Stock;
import dev.regulars.rewards.product.voucher.Vouchers;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The way of a purchase: reserve limit, stock and vouchers, debit the coins, confirm; or give everything back. Each step can be
 * repeated, by the same replica or by another one at the same time: the order's state decides who goes on.
 */
@ApplicationScoped
public class OrderSteps {

    private final Stock stock;
    private final Limits limits;
    private final Vouchers vouchers;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;

    OrderSteps(Stock stock, Limits limits, Vouchers vouchers, Ledger ledger, Outbox outbox, Clock clock) {
        this.stock = stock;
        this.limits = limits;
        this.vouchers = vouchers;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Goes on from where the order is until its outcome is certain; fails while the outcome cannot be known. */
    public Uni<OrderDocument> advance(OrderDocument order) {
        return switch (order.state) {
            case RESERVING -> reserve(order).chain(this::advance);
            case DEBITING -> debit(order).chain(this::advance);
            case RELEASING -> release(order).chain(this::advance);
            case CONFIRMED, FAILED -> Uni.createFrom().item(order);
        };
    }

    /** It took too long: whatever the ledger did is taken back first. */
    Uni<OrderDocument> undo(OrderDocument order) {
        return fail(order, PURCHASE_UNDONE.because("too late"), order.state == OrderState.DEBITING)
                .chain(this::advance);
    }

    /** The limit first: a member who buys too often takes no pieces from others meanwhile. */
    private Uni<OrderDocument> reserve(OrderDocument order) {
        return ProductDocument.find(outbox.alone(), order.communityId, order.productId)
                .plug(orNotFound("product", order.productId))
                .chain(product -> reserveLimit(order, product)
                        .chain(() ->
                                stock.reserve(order.communityId, order.productId, order.transactionId, order.quantity))
                        .call(() -> product.hasVouchers
                                ? vouchers.give(product, order.transactionId, order.quantity)
                                : Uni.createFrom().voidItem()))
                .chain(taken -> OrderWrites.debiting(outbox.alone(), order, taken))
                .chain(next -> orOvertaken(next, order))
                .onFailure(OrderSteps::isDecision)
                .recoverWithUni(refused -> fail(order, (Refusal) refused, false));
    }

    private Uni<Void> reserveLimit(OrderDocument order, ProductDocument product) {
        if (product.limit == null) {
            return Uni.createFrom().voidItem();
        }
        var limit = new Limit(
                order.communityId, order.productId, order.accountId, product.limit.count(), product.limit.days());
        return limits.reserve(limit, order.transactionId, order.quantity);
    }

    private Uni<OrderDocument> debit(OrderDocument order) {
        Uni<Debit> debit = order.paid == 0
                ? Uni.createFrom().item(Debit.APPLIED)
                : ledger.debit(order.communityId, order.transactionId, order.accountId, order.userId, order.paid);
        return debit.chain(outcome -> switch (outcome) {
            case APPLIED -> confirm(order);
            case INSUFFICIENT -> fail(order, COINS_MISSING.because("refused by the ledger"), false);
            case VOIDED -> fail(order, PURCHASE_UNDONE.because("voided"), true);
        });
    }

    private Uni<OrderDocument> confirm(OrderDocument order) {
        var first = new StatusChange(order.status, new OrderActor("user", order.accountId), null, clock.instant());
        return OrderWrites.confirmed(outbox.alone(), order, first).chain(next -> orOvertaken(next, order));
    }

    private Uni<OrderDocument> fail(OrderDocument order, Refusal why, boolean voidDue) {
        return OrderWrites.releasing(outbox.alone(), order, why, voidDue, clock.instant())
                .chain(next -> orOvertaken(next, order));
    }

    /** The coins first: while they may be gone, nobody else gets the pieces. */
    private Uni<OrderDocument> release(OrderDocument order) {
        Uni<Void> coins = order.voidDue
                ? ledger.voidCause(order.communityId, order.transactionId)
                : Uni.createFrom().voidItem();
        return coins.chain(() -> stock.release(order.communityId, order.productId, order.transactionId))
                .chain(() -> limits.release(order.communityId, order.productId, order.accountId, order.transactionId))
                .chain(() -> vouchers.takeBack(order.communityId, order.transactionId))
                .chain(() -> OrderWrites.failed(outbox.alone(), order))
                .chain(next -> orOvertaken(next, order));
    }

    /** Another one made the step: it is gone on from what is there now. */
    private Uni<OrderDocument> orOvertaken(@Nullable OrderDocument next, OrderDocument order) {
        if (next != null) {
            return Uni.createFrom().item(next);
        }
        return OrderDocument.find(outbox.alone(), order.communityId, order.id)
                .plug(orNotFound("order", order.id))
                .call(now -> now.state == OrderState.FAILED
                        ? vouchers.takeBack(order.communityId, order.transactionId)
                        : Uni.createFrom().voidItem());
    }

    /** What cannot be reached now may be reached later; all other refusals end the purchase. */
    private static boolean isDecision(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.kind() != Kind.UNAVAILABLE;
    }
}
