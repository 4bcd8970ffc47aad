package dev.regulars.identity.directory.role;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
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
import org.bson.codecs.pojo.annotations.BsonId;

/** A role of a community, as of a version of it. One that is gone stays as a tombstone, so that no older event brings it back. */
@MongoEntity(collection = "roles")
public class RoleDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String roleId;
    public String title;
    public int order;
    /** Names on the wire. */
    public List<String> permissions;

    public boolean gone;
    /** Version at community-service. */
    public Version source;
    /** Written by the outbox; only read here. */
    public Version version;

    static RoleDocument of(CommunityId community, String roleId, Version source) {
        var role = new RoleDocument();
        role.id = community + ":" + roleId;
        role.communityId = community;
        role.roleId = roleId;
        role.title = "";
        role.permissions = List.of();
        role.source = source;
        return role;
    }

    /** Cached tokens of all members of the community become invalid. */
    Uni<Void> store(Tx tx) {
        var changed = new CallerChanged(Scope.COMMUNITY, communityId.id(), null);
        return roles().of(communityId)
                .insert(tx, this, changed)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> roles().of(communityId)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(
                                set("title", title),
                                set("order", order),
                                set("permissions", permissions),
                                set("gone", gone),
                                set("source", source)))
                        .emitting(changed)
                        .replaceWithVoid());
    }

    /** Those that are there, the highest first. */
    static Uni<List<RoleDocument>> list(Tx tx, CommunityId community) {
        return roles().of(community)
                .list(tx, eq("gone", false), descending("order"), 0)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return roles().createIndex(ascending("communityId", "order"));
    }

    private static TenantCollection.All<RoleDocument> roles() {
        return TenantCollection.all(mongoCollection());
    }
}
