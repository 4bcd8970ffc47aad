package dev.regulars.rewards.order.purchase;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.EventingError;
import dev.regulars.eventing.once.ScopedKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.rewards.member.Members;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.order.OrderParts.OrderStatus;
import dev.regulars.rewards.order.OrderState;
import dev.regulars.rewards.order.OrderSteps;
import dev.regulars.rewards.order.OrderWorker;
import dev.regulars.rewards.order.PurchaseConfig;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.rewards.status.StatusView;
import dev.regulars.rewards.status.Statuses;
import dev.regulars.rewards.store.Stores;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buys products. The order is the home of the caller's idempotency key: a repeat finds it, however far it is. */
@ApplicationScoped
class Purchases {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(UTC);
    private static final int ID_DIGITS = 24;
    private static final int NAME_DIGITS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Stores stores;
    private final Members members;
    private final Statuses statuses;
    private final OrderSteps steps;
    private final OrderWorker worker;
    private final PurchaseConfig config;
    private final Clock clock;

    Purchases(
            Stores stores,
            Members members,
            Statuses statuses,
            OrderSteps steps,
            OrderWorker worker,
            PurchaseConfig config,
            Clock clock) {
        this.stores = stores;
        this.members = members;
        this.statuses = statuses;
        this.steps = steps;
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    /** The order once its outcome is certain, or as it is when the buyer has waited long enough. */
    Uni<OrderDocument> buy(Tx tx, ScopedKey key, String productId, PurchaseBody wanted) {
        String id = key.id() == null ? Ids.next() : key.id();
        String orderId = Secrets.hash(id).substring(0, ID_DIGITS);
        return OrderDocument.find(tx, tx.community(), orderId)
                .onItem()
                .ifNull()
                .switchTo(() -> order(tx, key, orderId, productId, wanted))
                .invoke(order -> checkIsOf(key, order))
                .chain(order -> outcome(tx, order));
    }

    private Uni<OrderDocument> order(Tx tx, ScopedKey key, String orderId, String productId, PurchaseBody wanted) {
        String buyer = requireNonNull(tx.caller().accountId());
        return ProductDocument.find(tx, tx.community(), productId)
                .plug(orNotFound("product", productId))
                .call(() -> stores.checkOpen(tx.community()))
                .chain(product -> members.standing(tx, tx.community(), buyer)
                        .map(standing -> PurchaseRules.check(product, standing, wanted, clock.instant()))
                        .chain(price -> statuses.initial(tx, tx.community(), override(product))
                                .map(status -> drafted(tx, key, orderId, product, price, status, wanted))))
                .chain(order -> order.create(tx));
    }

    private Uni<OrderDocument> outcome(Tx tx, OrderDocument order) {
        return Uni.createFrom()
                .deferred(() -> steps.advance(order))
                .onFailure(Purchases::isUnavailable)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(config.patience().toMillis())
                .ifNoItem()
                .after(config.patience())
                .fail()
                .invoke(worker::wake)
                .onFailure(failure -> failure instanceof TimeoutException || isUnavailable(failure.getCause()))
                .recoverWithUni(late -> {
                    Log.warnf("The outcome of order %s is open: %s", order.transactionId, late);
                    return OrderDocument.find(tx, order.communityId, order.id).plug(orNotFound("order", order.id));
                });
    }

    private OrderDocument drafted(
            Tx tx,
            ScopedKey key,
            String orderId,
            ProductDocument product,
            long price,
            StatusView status,
            PurchaseBody wanted) {
        var order = new OrderDocument();
        order.id = orderId;
        order.communityId = tx.community();
        order.request = key.fingerprint();
        order.accountId = requireNonNull(tx.caller().accountId());
        order.userId = requireNonNullElse(tx.caller().userId(), "");
        order.productId = product.id;
        order.productName = product.name;
        order.price = price;
        order.quantity = wanted.pieces();
        order.paid = Math.multiplyExact(price, wanted.pieces());
        order.buyer = wanted.userInformation();
        order.status = OrderStatus.of(status);
        begin(order, clock.instant());
        return order;
    }

    private void begin(OrderDocument order, Instant now) {
        order.transactionId = "ORD" + DAY.format(now) + order.id.substring(0, NAME_DIGITS);
        order.state = OrderState.RESERVING;
        order.history = List.of();
        order.refunds = List.of();
        order.dueAt = now.plus(config.orphanedAfter());
        order.createdAt = now;
        order.updatedAt = now;
    }

    private static @Nullable String override(ProductDocument product) {
        return product.statusOverride.isEnabled() ? product.statusOverride.status() : null;
    }

    private static void checkIsOf(ScopedKey key, OrderDocument order) {
        if (key.id() != null && !key.matches().test(order.request)) {
            throw EventingError.IDEMPOTENCY_KEY_REUSED.because(order.transactionId);
        }
    }

    /** Mutiny wraps the last failure of a retry. */
    private static boolean isUnavailable(@Nullable Throwable failure) {
        return failure instanceof Refusal refusal && refusal.kind() == Kind.UNAVAILABLE;
    }
}
