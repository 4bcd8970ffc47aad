package dev.regulars.community.channel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.ChannelOverwrite;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.ChannelDeleted;
import dev.regulars.web.permission.Overwrite;
import dev.regulars.web.permission.Overwrite.Target;
import dev.regulars.web.permission.RolePermission;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A channel, with all that it changes for roles and members, so that an overwrite is one write. */
@MongoEntity(collection = "channels")
public class ChannelDocument extends ReactivePanacheMongoEntityBase {

    /** What the channel changes for one role or member; permissions by their names on the wire. */
    public record StoredOverwrite(Target target, String id, List<String> allow, List<String> deny) {

        public boolean isFor(Target target, String id) {
            return this.target == target && this.id.equals(id);
        }

        Overwrite overwrite() {
            return new Overwrite(target, id, RolePermission.setOf(allow), RolePermission.setOf(deny));
        }
    }

    /** What a member is in the room that Rocket.Chat's clients see in the channel. */
    public record StoredRoomRoles(String accountId, List<String> roles) {}

    @BsonId
    public String id;

    public CommunityId communityId;
    public String topic;
    public ChannelType channelType;
    public @Nullable String url;
    public String userId;
    public List<StoredOverwrite> overwrites;
    /** Of those who have any; absent where nobody ever had. */
    public @Nullable List<StoredRoomRoles> roomRoles;

    public Instant createdAt;
    public Instant updatedAt;

    Uni<ChannelDocument> create(Tx tx) {
        return channels()
                .of(communityId)
                .insert(tx, this, new ChannelCreated(communityId.id(), id, topic, channelType.name(), facts()));
    }

    /** Stores what this copy was changed to. */
    public Uni<ChannelDocument> store(Tx tx) {
        return channels()
                .in(tx)
                .change(id)
                .set("topic", topic)
                .set("url", url)
                .set("overwrites", overwrites)
                .set("updatedAt", tx.now())
                .emitting(new ChannelChanged(communityId.id(), id, topic, channelType.name(), facts()))
                .plug(orNotFound("channel", id));
    }

    static Uni<ChannelDocument> remove(Tx tx, String id) {
        return channels()
                .in(tx)
                .change(id)
                .deletingAndEmitting(new ChannelDeleted(tx.community().id(), id))
                .plug(orNotFound("channel", id));
    }

    public static Uni<ChannelDocument> get(Tx tx, String id) {
        return channels().in(tx).get(id);
    }

    /** The oldest first. */
    public static Uni<List<ChannelDocument>> list(Tx tx) {
        return channels().in(tx).list(ascending("createdAt", "_id"));
    }

    /** Those that change something for a role or a member. */
    public static Multi<ChannelDocument> having(Tx tx, CommunityId community, Target target, String id) {
        return channels().of(community).list(tx, elemMatch("overwrites", isFor(target, id)), ascending("_id"), 0);
    }

    /** Changes nothing any more for a role or a member. */
    public Uni<@Nullable ChannelDocument> without(Tx tx, Target target, String id, Instant now) {
        overwrites = overwrites.stream().filter(one -> !one.isFor(target, id)).toList();
        return channels()
                .of(communityId)
                .change(tx, this.id)
                .by(combine(pull("overwrites", isFor(target, id)), set("updatedAt", now)))
                .emitting(new ChannelChanged(communityId.id(), this.id, topic, channelType.name(), facts()));
    }

    private static Bson isFor(Target target, String id) {
        return and(eq("target", target.name()), eq("id", id));
    }

    static Uni<Long> count(Tx tx) {
        return channels().in(tx).count();
    }

    public List<Overwrite> overwrites() {
        return overwrites.stream().map(StoredOverwrite::overwrite).toList();
    }

    public List<String> roomRoles(String accountId) {
        return allRoomRoles()
                .filter(one -> one.accountId().equals(accountId))
                .findFirst()
                .map(StoredRoomRoles::roles)
                .orElse(List.of());
    }

    /** For transactions: nobody else hears of it. */
    public Uni<ChannelDocument> giveRoomRoles(Tx tx, String accountId, List<String> roles) {
        var others = allRoomRoles().filter(one -> !one.accountId().equals(accountId));
        var given = roles.isEmpty() ? Stream.<StoredRoomRoles>of() : Stream.of(new StoredRoomRoles(accountId, roles));
        return channels()
                .in(tx)
                .change(id)
                .set("roomRoles", Stream.concat(others, given).toList())
                .withoutEvent()
                .plug(orNotFound("channel", id));
    }

    private Stream<StoredRoomRoles> allRoomRoles() {
        return roomRoles == null ? Stream.of() : roomRoles.stream();
    }

    private List<ChannelOverwrite> facts() {
        return overwrites.stream()
                .map(one -> new ChannelOverwrite(one.target().wire(), one.id(), one.allow(), one.deny()))
                .toList();
    }

    public static Uni<Void> buildIndexes() {
        return channels().createIndex(ascending("communityId", "createdAt"));
    }

    private static TenantCollection.All<ChannelDocument> channels() {
        return TenantCollection.all(mongoCollection());
    }
}
