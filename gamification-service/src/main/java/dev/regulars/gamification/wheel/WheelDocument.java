package dev.regulars.gamification.wheel;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.wheel.draw.Prize;
import dev.regulars.gamification.wheel.draw.WeightTable;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The wheel of a community. Its id is that of the community. */
@MongoEntity(collection = "wheels")
public class WheelDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public boolean isEnabled;
    public List<Prize> prizes;
    /** Counts the changes of prizes. */
    public long weightsVersion;

    public WeightTable table() {
        return new WeightTable(weightsVersion, prizes);
    }

    /** A community that has set nothing has a wheel that is off. */
    public static Uni<WheelDocument> get(Tx tx, CommunityId community) {
        return wheels().of(community).find(tx, community.id()).onItem().ifNull().continueWith(() -> none(community));
    }

    /** @param prizes absent: as they were; else they are the next version */
    static Uni<WheelDocument> store(Tx tx, boolean isEnabled, @Nullable List<Prize> prizes) {
        Bson enabled = set("isEnabled", isEnabled);
        Bson change = prizes == null ? enabled : combine(enabled, set("prizes", prizes), inc("weightsVersion", 1L));
        return ensure(tx).chain(() -> wheels().in(tx)
                .change(tx.community().id())
                .by(change)
                .withoutEvent()
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("The wheel of " + tx.community() + " is gone")));
    }

    private static Uni<Void> ensure(Tx tx) {
        return wheels().in(tx)
                .find(tx.community().id())
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : wheels().in(tx)
                                .insert(none(tx.community()))
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static WheelDocument none(CommunityId community) {
        var wheel = new WheelDocument();
        wheel.id = community.id();
        wheel.communityId = community;
        wheel.prizes = List.of();
        return wheel;
    }

    private static TenantCollection.All<WheelDocument> wheels() {
        return TenantCollection.all(mongoCollection());
    }
}
