package dev.regulars.gamification.wheel;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.wheel.draw.Prize;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * How often a prize of limited stock was won, whatever version of the wheel it was in. Only these are written by spins of several
 * members.
 */
@MongoEntity(collection = "prizeStocks")
public class PrizeStockDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:label}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String label;
    public long won;

    /** By label. */
    public static Uni<Map<String, Long>> won(Tx tx, CommunityId community) {
        return stocks().of(community)
                .list(tx, empty(), ascending("_id"), 0)
                .collect()
                .asMap(stock -> stock.label, stock -> stock.won);
    }

    /** One less is left; in the transaction that saw that there is one. */
    public static Uni<Void> take(Tx tx, CommunityId community, Prize prize) {
        String id = id(community, prize.label());
        return stocks().of(community)
                .change(tx, id)
                .when(lt("won", prize.stock()))
                .by(inc("won", 1L))
                .withoutEvent()
                .plug(orNotFound("stock", id))
                .replaceWithVoid();
    }

    static Uni<Void> ensure(Tx tx, String label) {
        var stock = new PrizeStockDocument();
        stock.id = id(tx.community(), label);
        stock.communityId = tx.community();
        stock.label = label;
        return stocks().in(tx)
                .find(stock.id)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : stocks().in(tx)
                                .insert(stock)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static String id(CommunityId community, String label) {
        return community + ":" + label;
    }

    public static Uni<Void> buildIndexes() {
        return stocks().createIndex(ascending("communityId"));
    }

    private static TenantCollection.All<PrizeStockDocument> stocks() {
        return TenantCollection.all(mongoCollection());
    }
}
