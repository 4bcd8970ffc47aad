package dev.regulars.messaging.unread;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.max;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** How far a member has read a channel. It never goes back. */
@MongoEntity(collection = "readMarkers")
public class ReadMarkerDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public String channelId;
    public long seq;

    /** The marker after it: further on where this place is, else as it was. */
    static Uni<ReadMarkerDocument> advance(Tx tx, CommunityId community, String accountId, String channelId, long seq) {
        return raise(tx, community, accountId, channelId, seq)
                .chain(marker -> marker != null
                        ? Uni.createFrom().item(marker)
                        : markers()
                                .of(community)
                                .insert(tx, of(community, accountId, channelId, seq))
                                .onFailure(DuplicateKey::is)
                                .recoverWithUni(() -> raise(tx, community, accountId, channelId, seq)));
    }

    private static Uni<@Nullable ReadMarkerDocument> raise(
            Tx tx, CommunityId community, String accountId, String channelId, long seq) {
        return markers()
                .of(community)
                .change(tx, id(community, accountId, channelId))
                .by(max("seq", seq))
                .withoutEvent();
    }

    static Multi<ReadMarkerDocument> list(
            Tx tx, CommunityId community, String accountId, Collection<String> channelIds) {
        List<String> ids =
                channelIds.stream().map(one -> id(community, accountId, one)).toList();
        return markers().of(community).list(tx, in("_id", ids), ascending("_id"), 0);
    }

    private static ReadMarkerDocument of(CommunityId community, String accountId, String channelId, long seq) {
        var marker = new ReadMarkerDocument();
        marker.id = id(community, accountId, channelId);
        marker.communityId = community;
        marker.accountId = accountId;
        marker.channelId = channelId;
        marker.seq = seq;
        return marker;
    }

    private static String id(CommunityId community, String accountId, String channelId) {
        return community + ":" + accountId + ":" + channelId;
    }

    private static TenantCollection.All<ReadMarkerDocument> markers() {
        return TenantCollection.all(mongoCollection());
    }
}
