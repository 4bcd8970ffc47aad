package dev.regulars.analysis.channel;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;

/** A channel, as of a version of it. One that is gone stays as a tombstone, so that no older event brings it back. */
@MongoEntity(collection = "channels")
public class ChannelDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    /** Whether it hides its messages from a role or a member. */
    public boolean restricted;

    public boolean gone;
    /** Version at community-service. */
    public Version source;
    /** Written by the outbox; only read here. */
    public Version version;

    static Uni<Void> keep(Tx tx, String id, boolean restricted, boolean gone, Version source) {
        var channel = new ChannelDocument();
        channel.id = id;
        channel.communityId = tx.community();
        channel.restricted = restricted;
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
                        .set("restricted", restricted)
                        .set("gone", gone)
                        .set("source", source)
                        .withoutEvent()
                        .replaceWithVoid());
    }

    public static Uni<Boolean> exists(Tx tx, String id) {
        return channels().in(tx).find(id).map(channel -> channel != null && !channel.gone);
    }

    /** One that is unknown is restricted. */
    public static Uni<Boolean> isRestricted(Tx tx, String id) {
        return channels().in(tx).find(id).map(channel -> channel == null || channel.restricted);
    }

    private static TenantCollection.All<ChannelDocument> channels() {
        return TenantCollection.all(mongoCollection());
    }
}
