package dev.regulars.community.role;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.web.permission.RolePermission.ALLOW_DM;
import static dev.regulars.web.permission.RolePermission.ALLOW_MENTIONS;
import static dev.regulars.web.permission.RolePermission.ATTACH_FILES;
import static dev.regulars.web.permission.RolePermission.POST_MESSAGES;
import static dev.regulars.web.permission.RolePermission.SHARE_ATTACHMENTS;
import static dev.regulars.web.permission.RolePermission.SHARE_LINKS;
import static dev.regulars.web.permission.RolePermission.VIEW_MESSAGE_HISTORY;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.RoleChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.web.permission.RolePermission;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A role and what it grants; who has it is kept with the memberships. {@code @all} has the id of its community. */
@MongoEntity(collection = "roles")
public class RoleDocument extends ReactivePanacheMongoEntityBase {

    private static final List<String> EVERYONES = Stream.of(
                    ALLOW_DM,
                    VIEW_MESSAGE_HISTORY,
                    POST_MESSAGES,
                    ATTACH_FILES,
                    ALLOW_MENTIONS,
                    SHARE_LINKS,
                    SHARE_ATTACHMENTS)
            .map(RolePermission::wire)
            .toList();

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
    /** Raised when a member is given the role, so that it cannot be deleted at the same moment. */
    public long assignments;
    /** Kept by the outbox; read here only. */
    public Version version;

    /** What every member may do until somebody decides otherwise. */
    static RoleDocument everyone(CommunityId community, Instant now) {
        var role = new RoleDocument();
        role.id = community.id();
        role.communityId = community;
        role.title = "@all";
        role.colour = "grey";
        role.order = 0;
        role.description = "";
        role.permissions = EVERYONES;
        role.createdAt = now;
        role.updatedAt = now;
        return role;
    }

    Uni<RoleDocument> create(Tx tx) {
        return roles().of(communityId)
                .insert(tx, this, new RoleCreated(communityId.id(), id, title, order, permissions));
    }

    /** Stores what this copy was changed to; empty where the role is gone. */
    Uni<@Nullable RoleDocument> store(Tx tx) {
        return roles().of(communityId)
                .change(tx, id)
                .by(combine(
                        set("title", title),
                        set("colour", colour),
                        set("order", order),
                        set("billable", billable),
                        set("description", description),
                        set("permissions", permissions),
                        set("updatedAt", updatedAt)))
                .emitting(new RoleChanged(communityId.id(), id, title, order, permissions));
    }

    Uni<@Nullable RoleDocument> remove(Tx tx) {
        return roles().of(communityId).change(tx, id).deletingAndEmitting(new RoleDeleted(communityId.id(), id));
    }

    static Uni<@Nullable RoleDocument> find(Tx tx, CommunityId community, String id) {
        return roles().of(community).find(tx, id);
    }

    /** A role that a member is given in the same transaction. */
    static Uni<@Nullable RoleDocument> findToAssign(Tx tx, CommunityId community, String id) {
        return roles().of(community).change(tx, id).by(inc("assignments", 1L)).withoutEvent();
    }

    /** All of them, the highest first. */
    static Uni<List<RoleDocument>> list(Tx tx, CommunityId community) {
        return roles().of(community)
                .list(tx, empty(), orderBy(descending("order"), ascending("_id")), 0)
                .collect()
                .asList();
    }

    public Set<RolePermission> permissions() {
        return RolePermission.setOf(permissions);
    }

    boolean ofEveryone() {
        return id.equals(communityId.id());
    }

    public static Uni<Void> buildIndexes() {
        return roles().createIndex(ascending("communityId", "order"));
    }

    private static TenantCollection.All<RoleDocument> roles() {
        return TenantCollection.all(mongoCollection());
    }
}
