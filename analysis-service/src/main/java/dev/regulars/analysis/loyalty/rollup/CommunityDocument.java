package dev.regulars.analysis.loyalty.rollup;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The zone of a community, and how far its figures have come. */
@MongoEntity(collection = "communities")
public class CommunityDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public @Nullable String timezone;
    /** Version at community-service. */
    public @Nullable Version source;
    /** When the newest event happened that is counted. */
    public @Nullable Instant countedUntil;

    static Uni<Void> timezone(Tx tx, CommunityId community, String timezone, Version source) {
        return ensure(tx, community)
                .chain(() -> communities()
                        .of(community)
                        .change(tx, community.id())
                        .when(source.newerThan("source"))
                        .by(combine(set("timezone", timezone), set("source", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    static Uni<Void> counted(Tx tx, CommunityId community, Instant newest) {
        return ensure(tx, community)
                .chain(() -> communities()
                        .of(community)
                        .change(tx, community.id())
                        .by(max("countedUntil", newest))
                        .withoutEvent())
                .replaceWithVoid();
    }

    public static Uni<@Nullable CommunityDocument> find(Tx tx) {
        return communities().in(tx).find(tx.community().id());
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community) {
        var fresh = new CommunityDocument();
        fresh.id = community.id();
        fresh.communityId = community;
        return communities()
                .of(community)
                .find(tx, community.id())
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : communities()
                                .of(community)
                                .insert(tx, fresh)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static TenantCollection.All<CommunityDocument> communities() {
        return TenantCollection.all(mongoCollection());
    }
}
