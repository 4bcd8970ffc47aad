package dev.regulars.gamification.member;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;

/** A role that is no more: boards that name it find nobody by it. */
@MongoEntity(collection = "deletedRoles")
public class DeletedRoleDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;

    static Uni<Void> keep(List<RoleDeleted> deleted, Instant now) {
        return roles().projection(now)
                .insert(deleted.stream().map(DeletedRoleDocument::of).toList());
    }

    private static DeletedRoleDocument of(RoleDeleted event) {
        var role = new DeletedRoleDocument();
        role.id = event.roleId();
        role.communityId = event.community();
        return role;
    }

    /** Those of the roles that are no more. */
    public static Uni<Set<String>> among(Tx tx, CommunityId community, Collection<String> roleIds) {
        return roleIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : roles().of(community)
                        .list(tx, in("_id", roleIds), ascending("_id"), 0)
                        .map(role -> role.id)
                        .collect()
                        .with(Collectors.toSet());
    }

    private static TenantCollection.All<DeletedRoleDocument> roles() {
        return TenantCollection.all(mongoCollection());
    }
}
