package dev.regulars.rewards.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.RewardsError;
import dev.regulars.rewards.order.OrderParts.BuyerInformation;
import dev.regulars.rewards.order.OrderParts.OrderStatus;
import dev.regulars.rewards.order.OrderParts.Refund;
import dev.regulars.rewards.order.OrderParts.StatusChange;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An order: what is bought, how far the purchase is, and what became of it. It comes before all that it does elsewhere, and says what
 * is still due there.
 */
@MongoEntity(collection = "orders")
public class OrderDocument extends ReactivePanacheMongoEntityBase {

    private static final int BATCH = 50;

    @BsonId
    public String id;

    public CommunityId communityId;
    /** {@code ORD…}, the name of the order everywhere else. */
    public String transactionId;
    /** Fingerprint of the request that made it. */
    public String request;

    public String accountId;
    public String userId;
    public String productId;
    public String productName;
    public long price;
    public int quantity;
    public long paid;
    public @Nullable BuyerInformation buyer;

    public OrderState state;
    /** Name and words of the refusal that it failed with. */
    public @Nullable String failure;

    public @Nullable String failureText;
    /** Whether the ledger may have taken the coins of an order that failed. */
    public boolean voidDue;
    /** Pieces that came out of the stock; 0 where it is unlimited. */
    public long stockTaken;

    public OrderStatus status;
    public List<StatusChange> history;
    public long refunded;
    public List<Refund> refunds;
    /** A cancelled order's stock and limit are still to be given back. */
    public boolean restoreDue;
    /** When the worker looks at it; absent once nothing is to be done. */
    public @Nullable Instant dueAt;
    /** Raised by every change of status or refunds, so that two decisions cannot both count. */
    public long revision;

    public Instant createdAt;
    public Instant updatedAt;

    /** The order that is stored: this one, or the one that a twin of the call stored before. */
    public Uni<OrderDocument> create(Tx tx) {
        return orders().of(communityId)
                .insert(tx, this)
                .onFailure(failure -> DuplicateKey.is(failure, "_id_"))
                .recoverWithUni(() ->
                        orders().of(communityId).find(tx, id).onItem().ifNull().continueWith(this));
    }

    public static Uni<@Nullable OrderDocument> find(Tx tx, CommunityId community, String id) {
        return orders().of(community).find(tx, id);
    }

    public static Uni<@Nullable OrderDocument> findByTransaction(Tx tx, CommunityId community, String transactionId) {
        return orders().of(community).find(tx, eq("transactionId", transactionId));
    }

    /** Confirmed orders, the newest first; what is null does not matter. */
    public static Uni<Page<OrderDocument>> page(Tx tx, CommunityId community, OrderFilter wanted, PageRequest page) {
        List<Bson> all = new ArrayList<>(List.of(eq("state", OrderState.CONFIRMED.name())));
        if (wanted.accountId() != null) {
            all.add(eq("accountId", wanted.accountId()));
        }
        if (wanted.userId() != null) {
            all.add(eq("userId", wanted.userId()));
        }
        if (wanted.productId() != null) {
            all.add(eq("productId", wanted.productId()));
        }
        if (wanted.statusId() != null) {
            all.add(eq("status.id", wanted.statusId()));
        }
        return orders().of(community).page(tx, and(all), descending("createdAt"), page);
    }

    /** The first ones of all communities that something is to be done for. */
    static Uni<List<OrderDocument>> due(Instant now) {
        return orders().ofAllCommunities()
                .find(
                        lte("dueAt", now),
                        new FindOptions().sort(ascending("dueAt")).limit(BATCH))
                .collect()
                .asList();
    }

    /** Which of these orders nothing is to be done for any more. */
    static Uni<Set<String>> done(Tx tx, CommunityId community, Collection<String> transactionIds) {
        return orders().of(community)
                .list(
                        tx,
                        and(in("transactionId", transactionIds), exists("dueAt", false)),
                        ascending("transactionId"),
                        0)
                .map(order -> order.transactionId)
                .collect()
                .with(Collectors.toSet());
    }

    /** What a failed purchase is refused with, now and for every repeat. */
    public Refusal refusal() {
        String code = Objects.requireNonNullElse(failure, "");
        String words = Objects.requireNonNullElse(failureText, "");
        return RewardsError.coded(code).saying(words, transactionId);
    }

    /** Coins that were paid and have not gone back. */
    public long rest() {
        return paid - refunded;
    }

    public static Uni<Void> buildIndexes() {
        var unique = new IndexOptions().unique(true);
        var sparse = new IndexOptions().sparse(true);
        return orders().createIndex(ascending("communityId", "transactionId"), unique)
                .chain(() -> orders().createIndex(newest("state")))
                .chain(() -> orders().createIndex(newest("accountId")))
                .chain(() -> orders().createIndex(newest("productId")))
                .chain(() -> orders().createIndex(newest("status.id")))
                .chain(() -> orders().createIndex(ascending("dueAt"), sparse));
    }

    private static Bson newest(String of) {
        return compoundIndex(ascending("communityId", of), descending("createdAt"));
    }

    /** For the writes of its steps. */
    static TenantCollection.All<OrderDocument> orders() {
        return TenantCollection.all(mongoCollection());
    }
}
