package dev.regulars.analysis.channel;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.MemberPermissions.Grant;
import dev.regulars.web.permission.RolePermission;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** What a role grants, as of a version of it. One that is gone stays as a tombstone. */
@MongoEntity(collection = "roles")
public class RoleDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String roleId;
    /** Names on the wire. */
    public List<String> permissions;

    public boolean gone;
    /** Version at community-service. */
    public Version source;

    static Uni<Void> keep(Tx tx, String roleId, List<String> permissions, boolean gone, Version source) {
        var role = new RoleDocument();
        role.id = tx.community() + ":" + roleId;
        role.communityId = tx.community();
        role.roleId = roleId;
        role.permissions = permissions;
        role.gone = gone;
        role.source = source;
        return roles().in(tx)
                .insert(role)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> roles().in(tx)
                        .change(role.id)
                        .when(source.newerThan("source"))
                        .by(combine(set("permissions", permissions), set("gone", gone), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    /** Those that are there. */
    static Uni<List<RoleDocument>> list(Tx tx) {
        return roles().in(tx).list(eq("gone", false), ascending("_id"));
    }

    Grant grant() {
        return new Grant(roleId, RolePermission.setOf(permissions));
    }

    public static Uni<Void> buildIndexes() {
        return roles().createIndex(ascending("communityId", "_id"));
    }

    private static TenantCollection.All<RoleDocument> roles() {
        return TenantCollection.all(mongoCollection());
    }
}
