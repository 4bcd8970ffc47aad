package dev.regulars.messaging.community;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.ChannelOverwrite;
import dev.regulars.web.permission.Overwrite;
import dev.regulars.web.permission.Overwrite.Target;
import dev.regulars.web.permission.RolePermission;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A channel as of a version of it. One that is gone stays as a tombstone, so that no older event brings it back. */
@MongoEntity(collection = "channels")
public class ChannelDocument extends ReactivePanacheMongoEntityBase {

    private static final String FORUM = "forum";

    /** As the event tells it. */
    public record StoredOverwrite(String target, String id, List<String> allow, List<String> deny) {

        Overwrite overwrite() {
            var kind = Target.ROLE.wire().equals(target) ? Target.ROLE : Target.USER;
            return new Overwrite(kind, id, RolePermission.setOf(allow), RolePermission.setOf(deny));
        }
    }

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public String channelType;
    public List<StoredOverwrite> overwrites;
    public boolean gone;
    /** Version at community-service. */
    public Version source;

    static ChannelDocument of(CommunityId community, String id, Version source) {
        var channel = new ChannelDocument();
        channel.id = id;
        channel.communityId = community;
        channel.name = "";
        channel.channelType = "";
        channel.overwrites = List.of();
        channel.source = source;
        return channel;
    }

    ChannelDocument described(String name, String channelType, List<ChannelOverwrite> overwrites) {
        this.name = name;
        this.channelType = channelType;
        this.overwrites = overwrites.stream()
                .map(one -> new StoredOverwrite(one.target(), one.id(), one.allow(), one.deny()))
                .toList();
        return this;
    }

    Uni<Void> store(Tx tx) {
        return channels()
                .of(communityId)
                .insert(tx, this)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> channels()
                        .of(communityId)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(
                                set("name", name),
                                set("channelType", channelType),
                                set("overwrites", overwrites),
                                set("gone", gone),
                                set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    /** Also one that is gone. */
    static Uni<@Nullable ChannelDocument> find(Tx tx, CommunityId community, String id) {
        return channels().of(community).find(tx, id);
    }

    /** Those that are there. */
    static Uni<List<ChannelDocument>> list(Tx tx, CommunityId community) {
        return channels()
                .of(community)
                .list(tx, eq("gone", false), ascending("_id"), 0)
                .collect()
                .asList();
    }

    /** Which communities channels are of. */
    static Multi<ChannelDocument> ofAnyCommunity(Tx tx, Collection<String> ids) {
        return tx.list(channels().ofAllCommunities(), in("_id", ids), new FindOptions());
    }

    public boolean isForum() {
        return channelType.equals(FORUM);
    }

    List<Overwrite> overwrites() {
        return overwrites.stream().map(StoredOverwrite::overwrite).toList();
    }

    public static Uni<Void> buildIndexes() {
        return channels().createIndex(ascending("communityId", "_id"));
    }

    private static TenantCollection.All<ChannelDocument> channels() {
        return TenantCollection.all(mongoCollection());
    }
}
