package dev.regulars.community.role;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.inc;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.RoleChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.web.permission.RolePermission;
import dev.regulars.web.value.Ids;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A role and what it grants; who has it is kept with the memberships. {@code @all} has the id of its community. */
@MongoEntity(collection = "roles")
public class RoleDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String title;
    public String colour;
    public int order;
    public boolean billable;
    public String description;
    /** Names on the wire, so that one which a later version stores does no harm. */
    public List<String> permissions;

    public Instant createdAt;
    public Instant updatedAt;

    /** A new one, without what it grants. */
    public static RoleDocument of(Tx tx) {
        var role = new RoleDocument();
        role.id = Ids.next();
        role.communityId = tx.community();
        role.createdAt = tx.now();
        role.updatedAt = role.createdAt;
        return role;
    }

    public Uni<RoleDocument> create(Tx tx) {
        return roles().in(tx).insert(this, new RoleCreated(communityId.id(), id, title, order, permissions));
    }

    /** Stores what this copy was changed to. */
    Uni<RoleDocument> store(Tx tx) {
        return roles().in(tx)
                .change(id)
                .set("title", title)
                .set("colour", colour)
                .set("order", order)
                .set("billable", billable)
                .set("description", description)
                .set("permissions", permissions)
                .set("updatedAt", tx.now())
                .emitting(new RoleChanged(communityId.id(), id, title, order, permissions))
                .plug(orNotFound("role", id));
    }

    Uni<RoleDocument> remove(Tx tx) {
        return roles().in(tx)
                .change(id)
                .deletingAndEmitting(new RoleDeleted(communityId.id(), id))
                .plug(orNotFound("role", id));
    }

    static Uni<RoleDocument> get(Tx tx, String id) {
        return roles().in(tx).get(id);
    }

    /** A role that a member is given in the same transaction: written to, so that it cannot be deleted at the same moment. */
    public static Uni<@Nullable RoleDocument> findToAssign(Tx tx, CommunityId community, String id) {
        return roles().of(community).change(tx, id).by(inc("assignments", 1L)).withoutEvent();
    }

    /** All of them, the highest first. */
    public static Uni<List<RoleDocument>> list(Tx tx) {
        return roles().in(tx).list(orderBy(descending("order"), ascending("_id")));
    }

    static Uni<Long> count(Tx tx) {
        return roles().in(tx).count();
    }

    public Set<RolePermission> permissions() {
        return RolePermission.setOf(permissions);
    }

    public boolean ofEveryone() {
        return id.equals(communityId.id());
    }

    public static Uni<Void> buildIndexes() {
        return roles().createIndex(ascending("communityId", "order"));
    }

    private static TenantCollection.All<RoleDocument> roles() {
        return TenantCollection.all(mongoCollection());
    }
}
