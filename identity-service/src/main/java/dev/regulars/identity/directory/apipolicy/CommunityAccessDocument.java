package dev.regulars.identity.directory.apipolicy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Origins and rate limits of a community, as of a version of the community. */
@MongoEntity(collection = "communityAccess")
public class CommunityAccessDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public List<String> corsOrigins;
    public Map<String, Integer> limits;
    /** Version at community-service. */
    public Version source;
    /** Kept by the outbox; read here only. */
    public Version version;

    static Uni<@Nullable CommunityAccessDocument> find(Tx tx, String communityId) {
        return tx.find(all().ofAllCommunities(), and(eq("_id", communityId), eq("deleted", false)));
    }

    static Uni<Boolean> lists(Tx tx, String origin) {
        return tx.count(all().ofAllCommunities(), and(eq("corsOrigins", origin), eq("deleted", false)), 1)
                .map(count -> count > 0);
    }

    /** Cached tokens of all callers of the community become invalid. An older state changes nothing. */
    Uni<Void> store(Tx tx) {
        var changed = new CallerChanged(Scope.COMMUNITY, communityId.id(), null);
        return all().of(communityId)
                .insert(tx, this, changed)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> all().of(communityId)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(set("corsOrigins", corsOrigins), set("limits", limits), set("source", source)))
                        .emitting(changed)
                        .replaceWithVoid());
    }

    static Uni<Void> buildIndexes() {
        return all().createIndex(ascending("corsOrigins"));
    }

    private static TenantCollection.All<CommunityAccessDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}
