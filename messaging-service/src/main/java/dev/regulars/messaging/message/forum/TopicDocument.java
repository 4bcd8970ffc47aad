package dev.regulars.messaging.message.forum;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A topic of a forum. How many messages it has is counted when it is asked for. */
@MongoEntity(collection = "topics")
public class TopicDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String channelId;
    public String title;
    public String accountId;
    public String userId;
    public Instant createdAt;

    Uni<TopicDocument> create(Tx tx) {
        return topics().of(communityId).insert(tx, this);
    }

    static Uni<@Nullable TopicDocument> find(Tx tx, CommunityId community, String channelId, String id) {
        return topics().of(community).find(tx, and(eq("_id", id), eq("channelId", channelId)));
    }

    /** The newest first. */
    static Uni<Page<TopicDocument>> page(Tx tx, CommunityId community, String channelId, PageRequest page) {
        return topics().of(community).page(tx, eq("channelId", channelId), descending("createdAt", "_id"), page);
    }

    public static Uni<Void> buildIndexes() {
        return topics().createIndex(
                        compoundIndex(ascending("communityId", "channelId"), descending("createdAt", "_id")));
    }

    private static TenantCollection.All<TopicDocument> topics() {
        return TenantCollection.all(mongoCollection());
    }
}
