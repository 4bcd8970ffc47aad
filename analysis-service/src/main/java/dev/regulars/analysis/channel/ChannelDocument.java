package dev.regulars.analysis.channel;

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
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A channel, as of a version of it. One that is gone stays as a tombstone, so that no older event brings it back. */
@MongoEntity(collection = "channels")
public class ChannelDocument extends ReactivePanacheMongoEntityBase {

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
    public List<StoredOverwrite> overwrites;
    public boolean gone;
    /** Version at community-service. */
    public Version source;

    static Uni<Void> keep(Tx tx, String id, List<ChannelOverwrite> overwrites, boolean gone, Version source) {
        var channel = new ChannelDocument();
        channel.id = id;
        channel.communityId = tx.community();
        channel.overwrites = overwrites.stream()
                .map(one -> new StoredOverwrite(one.target(), one.id(), one.allow(), one.deny()))
                .toList();
        channel.gone = gone;
        channel.source = source;
        return channels()
                .in(tx)
                .insert(channel)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> channels()
                        .in(tx)
                        .change(id)
                        .when(source.newerThan("source"))
                        .by(combine(set("overwrites", channel.overwrites), set("gone", gone), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    public static Uni<Boolean> exists(Tx tx, String id) {
        return find(tx, id).map(channel -> channel != null && !channel.gone);
    }

    /** Also one that is gone. */
    static Uni<@Nullable ChannelDocument> find(Tx tx, String id) {
        return channels().in(tx).find(id);
    }

    List<Overwrite> overwrites() {
        return overwrites.stream().map(StoredOverwrite::overwrite).toList();
    }

    private static TenantCollection.All<ChannelDocument> channels() {
        return TenantCollection.all(mongoCollection());
    }
}
