package dev.regulars.gamification.wheel.spin;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.wheel.draw.Prize;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A spin, with all that is needed to compute it again. */
@MongoEntity(collection = "spins")
public class SpinDocument extends ReactivePanacheMongoEntityBase {

    /** The cause of its postings, too. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable String userId;
    /** Fingerprint of the call, to know its repeats. */
    public String request;

    public String commitment;
    public String serverSeed;
    public String clientSeed;
    public long weightsVersion;
    public List<Prize> weights;
    public String draw;
    public List<String> exhausted;
    public Prize prize;
    /** How many the member had after it. */
    public long spinsLeft;

    public Instant createdAt;

    Uni<SpinDocument> create(Tx tx) {
        return spins().of(communityId).insert(tx, this);
    }

    static Uni<@Nullable SpinDocument> find(Tx tx, CommunityId community, String id) {
        return spins().of(community).find(tx, id);
    }

    static Uni<SpinDocument> get(Tx tx, CommunityId community, String id) {
        return find(tx, community, id).plug(orNotFound("spin", id));
    }

    /** Whoever has the id may check the draw, in whatever community. */
    static Uni<SpinDocument> ofAnyCommunity(Tx tx, String id) {
        return tx.find(spins().ofAllCommunities(), eq("_id", id)).plug(orNotFound("spin", id));
    }

    /** Of one member, the newest first. */
    public static Uni<Page<SpinDocument>> page(Tx tx, CommunityId community, String accountId, PageRequest page) {
        return spins().of(community).page(tx, eq("accountId", accountId), descending("createdAt"), page);
    }

    public static Uni<Void> buildIndexes() {
        return spins().createIndex(compoundIndex(ascending("communityId", "accountId"), descending("createdAt")));
    }

    private static TenantCollection.All<SpinDocument> spins() {
        return TenantCollection.all(mongoCollection());
    }
}
