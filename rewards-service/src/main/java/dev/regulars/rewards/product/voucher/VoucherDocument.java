package dev.regulars.rewards.product.voucher;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A code that comes with a piece of a product. An order has one for each of its pieces, counted from 0. */
@MongoEntity(collection = "vouchers")
public class VoucherDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String productId;
    /** Under the master key. */
    public String code;
    /** Tells codes that were added before; nobody can try codes against it without the master key. */
    public String codeHash;

    public @Nullable Instant expireDate;
    /** Whose it is; absent while nobody has it. */
    public @Nullable String orderId;

    public @Nullable Integer piece;
    public Instant createdAt;

    Uni<VoucherDocument> create(Tx tx) {
        return vouchers().of(communityId).insert(tx, this);
    }

    /** Those of these hashes that are there. */
    static Uni<Set<String>> known(Tx tx, CommunityId community, String productId, Collection<String> hashes) {
        return vouchers()
                .of(community)
                .list(tx, and(eq("productId", productId), in("codeHash", hashes)), ascending("_id"), 0)
                .map(voucher -> voucher.codeHash)
                .collect()
                .with(Collectors.toSet());
    }

    static Uni<Long> countFree(Tx tx, CommunityId community, String productId, Instant now) {
        return vouchers().of(community).count(tx, free(productId, now));
    }

    /** @param expiringFirst else the oldest first */
    static Uni<List<VoucherDocument>> free(
            Tx tx, CommunityId community, String productId, boolean expiringFirst, Instant now, int limit) {
        Bson oldest = ascending("_id");
        if (!expiringFirst) {
            return list(tx, community, free(productId, now), oldest, limit);
        }
        Bson expiring = and(free(productId, now), gt("expireDate", now));
        return list(tx, community, expiring, ascending("expireDate", "_id"), limit)
                .chain(found -> found.isEmpty()
                        ? list(tx, community, free(productId, now), oldest, limit)
                        : Uni.createFrom().item(found));
    }

    static Uni<List<VoucherDocument>> ofOrder(Tx tx, CommunityId community, String orderId) {
        return list(tx, community, eq("orderId", orderId), ascending("piece"), 0);
    }

    /** Nothing where another order was faster. */
    Uni<@Nullable VoucherDocument> give(Tx tx, String orderId, int piece) {
        return vouchers()
                .of(communityId)
                .change(tx, id)
                .when(exists("orderId", false))
                .by(combine(set("orderId", orderId), set("piece", piece)))
                .withoutEvent();
    }

    Uni<@Nullable VoucherDocument> takeBack(Tx tx, String orderId) {
        return vouchers()
                .of(communityId)
                .change(tx, id)
                .when(eq("orderId", orderId))
                .by(combine(unset("orderId"), unset("piece")))
                .withoutEvent();
    }

    private static Uni<List<VoucherDocument>> list(Tx tx, CommunityId community, Bson which, Bson order, int limit) {
        return vouchers().of(community).list(tx, which, order, limit).collect().asList();
    }

    private static Bson free(String productId, Instant now) {
        return and(
                eq("productId", productId),
                exists("orderId", false),
                or(eq("expireDate", null), gt("expireDate", now)));
    }

    public static Uni<Void> buildIndexes() {
        var unique = new IndexOptions().unique(true);
        var ofOrders = new IndexOptions().unique(true).partialFilterExpression(exists("orderId"));
        return vouchers()
                .createIndex(ascending("communityId", "productId", "codeHash"), unique)
                .chain(() -> vouchers().createIndex(ascending("communityId", "orderId", "piece"), ofOrders))
                .chain(() -> vouchers().createIndex(ascending("communityId", "productId", "expireDate")));
    }

    private static TenantCollection.All<VoucherDocument> vouchers() {
        return TenantCollection.all(mongoCollection());
    }
}
