package dev.regulars.rewards.product.stock;

import static dev.regulars.rewards.RewardsError.OUT_OF_STOCK;
import static dev.regulars.rewards.RewardsError.STOCK_BELOW_ZERO;
import static dev.regulars.rewards.RewardsError.STOCK_UNLIMITED;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stock of products. Every step of an order can be repeated: the product knows what was done under which key. */
@ApplicationScoped
public class Stock {

    private static final int TRIES = 20;

    private final Outbox outbox;
    private final Clock clock;

    Stock(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes pieces for an order; answers how many count. Refuses where there are too few. */
    public Uni<Long> reserve(CommunityId community, String productId, String key, long quantity) {
        return reserve(community, productId, key, quantity, TRIES);
    }

    private Uni<Long> reserve(CommunityId community, String productId, String key, long quantity, int tries) {
        return find(community, productId).chain(product -> {
            Optional<Reservation> made = of(product, key);
            if (made.isPresent()) {
                return Uni.createFrom().item(made.get().quantity());
            }
            if (product.stocks != null && product.stocks < quantity) {
                throw OUT_OF_STOCK.because(productId + " has " + product.stocks);
            }
            long counted = product.stocks == null ? 0 : quantity;
            return StockWrites.take(outbox.alone(), product, new Reservation(key, counted, true, clock.instant()))
                    .chain(taken -> taken != null
                            ? Uni.createFrom().item(counted)
                            : again(tries, () -> reserve(community, productId, key, quantity, tries - 1)));
        });
    }

    /** The order is confirmed: what it took is gone. */
    public Uni<Void> settle(CommunityId community, String productId, String key) {
        return StockWrites.settle(outbox.alone(), community, productId, key, clock.instant())
                .replaceWithVoid();
    }

    /** The order failed: what it took comes back, and it takes nothing any more. */
    public Uni<Void> release(CommunityId community, String productId, String key) {
        return release(community, productId, key, TRIES);
    }

    private Uni<Void> release(CommunityId community, String productId, String key, int tries) {
        return find(community, productId).chain(product -> {
            Optional<Reservation> made = of(product, key);
            if (made.isPresent() && !made.get().open()) {
                return Uni.createFrom().voidItem();
            }
            var closed = new Reservation(key, 0, false, clock.instant());
            Uni<@Nullable ProductDocument> change = made.isEmpty()
                    ? StockWrites.mark(outbox.alone(), product, closed)
                    : StockWrites.giveBack(outbox.alone(), product, made.get(), clock.instant());
            return change.chain(changed -> changed != null
                    ? Uni.createFrom().voidItem()
                    : again(tries, () -> release(community, productId, key, tries - 1)));
        });
    }

    /** A confirmed order is cancelled: its pieces come back, once for each key. */
    public Uni<Void> restore(CommunityId community, String productId, String key, long quantity) {
        return restore(community, productId, key, quantity, TRIES);
    }

    private Uni<Void> restore(CommunityId community, String productId, String key, long quantity, int tries) {
        return find(community, productId).chain(product -> {
            if (of(product, key).isPresent()) {
                return Uni.createFrom().voidItem();
            }
            var mark = new Reservation(key, quantity, false, clock.instant());
            Uni<@Nullable ProductDocument> change = product.stocks == null
                    ? StockWrites.mark(outbox.alone(), product, mark)
                    : StockWrites.add(outbox.alone(), product, mark);
            return change.chain(changed -> changed != null
                    ? Uni.createFrom().voidItem()
                    : again(tries, () -> restore(community, productId, key, quantity, tries - 1)));
        });
    }

    /** A manager counts pieces in or out. */
    Uni<ProductDocument> change(Tx tx, String productId, long change) {
        return StockWrites.change(tx, tx.community(), productId, change, clock.instant())
                .onItem()
                .ifNull()
                .switchTo(() -> ProductDocument.find(tx, tx.community(), productId)
                        .plug(orNotFound("product", productId))
                        .invoke(product -> {
                            throw (product.stocks == null ? STOCK_UNLIMITED : STOCK_BELOW_ZERO)
                                    .because(productId + " has " + product.stocks);
                        }));
    }

    private static <T> Uni<T> again(int tries, Supplier<Uni<T>> step) {
        if (tries == 0) {
            throw Refusal.of(Kind.UNAVAILABLE, "a product that changes all the time");
        }
        return step.get();
    }

    private static Optional<Reservation> of(ProductDocument product, String key) {
        return product.reservations.stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
    }

    private Uni<ProductDocument> find(CommunityId community, String productId) {
        return ProductDocument.find(outbox.alone(), community, productId).plug(orNotFound("product", productId));
    }
}
