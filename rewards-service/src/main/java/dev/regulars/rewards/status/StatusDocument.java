package dev.regulars.rewards.status;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
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

/** A redemption status of a community. */
@MongoEntity(collection = "statuses")
public class StatusDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public StatusCategory category;
    public String color;
    /** Set before an order gets the status for the first time; from then on it stays, since histories name it. */
    public boolean used;

    public Instant createdAt;

    Uni<StatusDocument> create(Tx tx) {
        return statuses().of(communityId).insert(tx, this);
    }

    /** The first of two that make the same wins. */
    Uni<Void> createUnlessThere(Tx tx) {
        return create(tx).onFailure(DuplicateKey::is).recoverWithNull().replaceWithVoid();
    }

    /** Stores what this copy was changed to; nothing where its category changes and an order has it. */
    Uni<@Nullable StatusDocument> store(Tx tx, boolean otherCategory) {
        return statuses()
                .of(communityId)
                .change(tx, id)
                .when(otherCategory ? eq("used", false) : empty())
                .by(combine(set("name", name), set("category", category), set("color", color)))
                .withoutEvent();
    }

    static Uni<@Nullable StatusDocument> use(Tx tx, CommunityId community, String id) {
        return statuses().of(community).change(tx, id).by(set("used", true)).withoutEvent();
    }

    static Uni<@Nullable StatusDocument> remove(Tx tx, CommunityId community, String id) {
        return statuses().of(community).change(tx, id).when(eq("used", false)).removing();
    }

    static Uni<@Nullable StatusDocument> find(Tx tx, CommunityId community, String id) {
        return statuses().of(community).find(tx, id);
    }

    /** The oldest first. */
    static Uni<List<StatusDocument>> list(Tx tx, CommunityId community) {
        return statuses()
                .of(community)
                .list(tx, empty(), ascending("createdAt", "_id"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return statuses().createIndex(ascending("communityId", "createdAt"));
    }

    private static TenantCollection.All<StatusDocument> statuses() {
        return TenantCollection.all(mongoCollection());
    }
}
