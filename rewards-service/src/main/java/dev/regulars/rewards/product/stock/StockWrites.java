package dev.regulars.rewards.product.stock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.product.ProductDocument;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The writes to the stock of a product; each is nothing where the product is not what its copy says. */
public final class StockWrites {

    private static final String STOCKS = "stocks";
    private static final String LIST = "reservations";
    private static final String KEY = "reservations.key";
    private static final int BATCH = 50;

    private StockWrites() {}

    static Uni<@Nullable ProductDocument> take(Tx tx, ProductDocument product, Reservation reservation) {
        Bson enough = product.stocks == null ? eq(STOCKS, null) : gte(STOCKS, reservation.quantity());
        return product(tx, product, and(enough, ne(KEY, reservation.key())))
                .by(withStock(product, -reservation.quantity(), push(LIST, reservation)))
                .withoutEvent();
    }

    static Uni<@Nullable ProductDocument> giveBack(Tx tx, ProductDocument product, Reservation made, Instant now) {
        Bson closed = combine(set(LIST + ".$.open", false), set(LIST + ".$.quantity", 0L), set(LIST + ".$.at", now));
        return product(tx, product, and(sameKind(product), open(made.key())))
                .by(withStock(product, made.quantity(), closed))
                .withoutEvent();
    }

    static Uni<@Nullable ProductDocument> add(Tx tx, ProductDocument product, Reservation mark) {
        return product(tx, product, and(sameKind(product), ne(KEY, mark.key())))
                .by(withStock(product, mark.quantity(), push(LIST, mark)))
                .withoutEvent();
    }

    static Uni<@Nullable ProductDocument> mark(Tx tx, ProductDocument product, Reservation mark) {
        return product(tx, product, ne(KEY, mark.key())).by(push(LIST, mark)).withoutEvent();
    }

    static Uni<@Nullable ProductDocument> settle(
            Tx tx, CommunityId community, String productId, String key, Instant now) {
        return ProductDocument.products()
                .of(community)
                .change(tx, productId)
                .when(open(key))
                .by(combine(set(LIST + ".$.open", false), set(LIST + ".$.at", now), inc("totalOrders", 1L)))
                .withoutEvent();
    }

    static Uni<@Nullable ProductDocument> change(
            Tx tx, CommunityId community, String productId, long change, Instant now) {
        return ProductDocument.products()
                .of(community)
                .change(tx, productId)
                .when(and(ne(STOCKS, null), gte(STOCKS, -change)))
                .by(combine(inc(STOCKS, change), set("updatedAt", now)))
                .withoutEvent();
    }

    /** Products that remember closed reservations from before a time. */
    public static Uni<List<ProductDocument>> withClosed(Instant before) {
        return ProductDocument.products()
                .ofAllCommunities()
                .find(elemMatch(LIST, and(eq("open", false), lte("at", before))), new FindOptions().limit(BATCH))
                .collect()
                .asList();
    }

    public static Uni<Void> forget(Tx tx, ProductDocument product, Collection<String> keys) {
        return product(tx, product, in(KEY, keys))
                .by(pull(LIST, and(eq("open", false), in("key", keys))))
                .withoutEvent()
                .replaceWithVoid();
    }

    private static Change<ProductDocument> product(Tx tx, ProductDocument product, Bson guard) {
        return ProductDocument.products()
                .of(product.communityId)
                .change(tx, product.id)
                .when(guard);
    }

    private static Bson withStock(ProductDocument product, long change, Bson other) {
        return product.stocks == null || change == 0 ? other : combine(inc(STOCKS, change), other);
    }

    /** Limited as its copy, or unlimited as its copy. */
    private static Bson sameKind(ProductDocument product) {
        return product.stocks == null ? eq(STOCKS, null) : ne(STOCKS, null);
    }

    private static Bson open(String key) {
        return elemMatch(LIST, and(eq("key", key), eq("open", true)));
    }
}
