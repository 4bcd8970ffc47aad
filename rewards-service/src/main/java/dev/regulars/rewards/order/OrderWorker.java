package dev.regulars.rewards.order;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Worklist;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.rewards.ledger.Ledger;
import dev.regulars.rewards.limit.Limits;
import dev.regulars.rewards.order.OrderParts.Refund;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.rewards.product.stock.Stock;
import dev.regulars.rewards.product.stock.StockWrites;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finishes what a crash or an unavailable ledger left of an order, undoes what took too long, and does what follows a confirmation,
 * a refund or a cancellation elsewhere.
 */
@Startup
@ApplicationScoped
public class OrderWorker {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration FORGETTING = Duration.ofSeconds(20);
    /** Longer than any repeat of a step can be late. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final OrderSteps steps;
    private final Stock stock;
    private final Limits limits;
    private final Ledger ledger;
    private final Outbox outbox;
    private final PurchaseConfig config;
    private final Worklist<OrderDocument> orders;

    OrderWorker(
            Worklists worklists,
            OrderSteps steps,
            Stock stock,
            Limits limits,
            Ledger ledger,
            Outbox outbox,
            PurchaseConfig config) {
        this.steps = steps;
        this.stock = stock;
        this.limits = limits;
        this.ledger = ledger;
        this.outbox = outbox;
        this.config = config;
        this.orders = worklists.every(
                INTERVAL,
                "Finishing orders",
                OrderDocument::due,
                order -> order.transactionId,
                this::finish,
                this::postpone);
        var unused = worklists.every(
                FORGETTING,
                "Forgetting reservations",
                now -> StockWrites.withClosed(now.minus(REMEMBERED)),
                product -> product.id,
                this::forget,
                (product, until) -> Uni.createFrom().voidItem());
    }

    /** Something is due now. */
    public void wake() {
        orders.wake();
    }

    /** Does what is due for an order, now. */
    public Uni<Void> finish(OrderDocument order, Instant now) {
        boolean late = order.createdAt.plus(config.undoneAfter()).isBefore(now);
        Uni<OrderDocument> decided = order.state.isOpen() && late ? steps.undo(order) : steps.advance(order);
        return decided.chain(
                after -> after.state == OrderState.CONFIRMED ? settle(after) : OrderWrites.done(outbox.alone(), after));
    }

    private Uni<Void> settle(OrderDocument order) {
        return stock.settle(order.communityId, order.productId, order.transactionId)
                .chain(() ->
                        order.restoreDue ? restore(order) : Uni.createFrom().voidItem())
                .chain(() -> Multi.createFrom()
                        .iterable(order.refunds)
                        .filter(refund -> !refund.posted())
                        .onItem()
                        .transformToUniAndConcatenate(refund -> post(order, refund))
                        .collect()
                        .last())
                .chain(() -> OrderWrites.done(outbox.alone(), order));
    }

    private Uni<Void> restore(OrderDocument order) {
        Uni<Void> pieces = order.stockTaken == 0
                ? Uni.createFrom().voidItem()
                : stock.restore(order.communityId, order.productId, order.transactionId + ":cancel", order.stockTaken);
        return pieces.chain(
                        () -> limits.release(order.communityId, order.productId, order.accountId, order.transactionId))
                .chain(() -> OrderWrites.restored(outbox.alone(), order));
    }

    private Uni<Void> post(OrderDocument order, Refund refund) {
        return ledger.credit(
                        order.communityId,
                        order.transactionId + "-" + refund.id(),
                        order.accountId,
                        order.userId,
                        refund.amount())
                .chain(() -> OrderWrites.posted(outbox.alone(), order, refund));
    }

    private Uni<Void> postpone(OrderDocument order, Instant until) {
        return OrderWrites.postponed(outbox.alone(), order, until);
    }

    private Uni<Void> forget(ProductDocument product, Instant now) {
        List<String> old = product.reservations.stream()
                .filter(one -> !one.open() && one.at().isBefore(now.minus(REMEMBERED)))
                .map(one -> one.key())
                .toList();
        return OrderDocument.done(
                        outbox.alone(),
                        product.communityId,
                        old.stream().map(OrderWorker::order).toList())
                .chain(done -> StockWrites.forget(
                        outbox.alone(),
                        product,
                        old.stream().filter(key -> done.contains(order(key))).toList()));
    }

    private static String order(String key) {
        return key.split(":", 2)[0];
    }
}
