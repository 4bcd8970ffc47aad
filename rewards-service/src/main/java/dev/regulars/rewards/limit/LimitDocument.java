package dev.regulars.rewards.limit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What one member bought of one product, as far as its limit counts it. */
@MongoEntity(collection = "limits")
public class LimitDocument extends ReactivePanacheMongoEntityBase {

    /**
     * Pieces of an order.
     *
     * @param quantity 0 once the order failed or was cancelled
     */
    public record Bought(String orderId, int quantity, Instant at) {}

    @BsonId
    public String id;

    public CommunityId communityId;
    public List<Bought> bought;
    /** Raised by every write, so that two decisions cannot both count. */
    public long revision;

    static Uni<LimitDocument> ensure(Tx tx, CommunityId community, String productId, String accountId) {
        var limit = new LimitDocument();
        limit.id = String.join(":", community.id(), productId, accountId);
        limit.communityId = community;
        limit.bought = List.of();
        return limits().of(community).find(tx, limit.id).onItem().ifNull().switchTo(() -> limits().of(community)
                .insert(tx, limit)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> limits().of(community)
                        .find(tx, limit.id)
                        .onItem()
                        .ifNull()
                        .continueWith(limit)));
    }

    /** Nothing where it was changed since this copy was read. */
    Uni<@Nullable LimitDocument> store(Tx tx, List<Bought> now) {
        return limits().of(communityId)
                .change(tx, id)
                .when(eq("revision", revision))
                .by(combine(set("bought", now), inc("revision", 1L)))
                .withoutEvent();
    }

    private static TenantCollection.All<LimitDocument> limits() {
        return TenantCollection.all(mongoCollection());
    }
}
