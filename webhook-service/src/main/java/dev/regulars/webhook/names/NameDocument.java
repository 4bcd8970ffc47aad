package dev.regulars.webhook.names;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A channel or role as its owner last told it. What was deleted leaves a tombstone. */
@MongoEntity(collection = "names")
public class NameDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:id}; ids of channels and roles differ. */
    @BsonId
    public String id;

    public String communityId;
    public String name;
    public Version version;
    public boolean gone;

    String ownId() {
        return id.substring(communityId.length() + 1);
    }

    static Uni<List<NameDocument>> find(String communityId, Collection<String> ids) {
        return names().ofAllCommunities()
                .find(and(
                        eq("communityId", communityId),
                        in("_id", ids.stream().map(id -> id(communityId, id)).toList())))
                .collect()
                .asList();
    }

    /** Ignores older versions: the guard fails, and the upsert then meets a duplicate key. */
    static Uni<Void> keep(String communityId, String id, @Nullable String name, Version version) {
        return names().ofAllCommunities()
                .updateOne(
                        and(
                                eq("_id", id(communityId, id)),
                                eq("communityId", communityId),
                                version.newerThan("version")),
                        combine(
                                set("version", version.toBson()),
                                set("gone", name == null),
                                name == null ? combine() : set("name", name)),
                        new UpdateOptions().upsert(true))
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
    }

    private static String id(String communityId, String id) {
        return communityId + ":" + id;
    }

    private static TenantCollection.All<NameDocument> names() {
        return TenantCollection.all(mongoCollection());
    }
}
