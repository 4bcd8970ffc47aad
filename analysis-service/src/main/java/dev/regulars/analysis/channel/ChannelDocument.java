package dev.regulars.analysis.channel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

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
    public boolean gone;
    /** Version at community-service. */
    public Version source;
    /** Written by the outbox; only read here. */
    public Version version;

    static Uni<Void> keep(Tx tx, CommunityId community, String id, boolean gone, Version source) {
        var channel = new ChannelDocument();
        channel.id = id;
        channel.communityId = community;
        channel.gone = gone;
        channel.source = source;
        return channels()
                .of(community)
                .insert(tx, channel)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> channels()
                        .of(community)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(set("gone", gone), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    public static Uni<Boolean> exists(Tx tx, CommunityId community, String id) {
        return channels()
                .of(community)
                .count(tx, and(eq("_id", id), eq("gone", false)))
                .map(found -> found > 0);
    }

    private static TenantCollection.All<ChannelDocument> channels() {
        return TenantCollection.all(mongoCollection());
    }
}
