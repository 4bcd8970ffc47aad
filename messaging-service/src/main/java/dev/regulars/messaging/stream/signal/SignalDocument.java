package dev.regulars.messaging.stream.signal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What one replica tells the clients of the others. It is of no interest a minute later. */
@MongoEntity(collection = "signals")
public class SignalDocument extends ReactivePanacheMongoEntityBase {

    private static final String AT = "at";
    private static final int MOST = 5_000;

    @BsonId
    public String id;

    public CommunityId communityId;
    /** Where somebody types; absent for presence. */
    public @Nullable String channelId;

    public String userId;
    public boolean online;
    /** Whether only admins may know. */
    public boolean hidden;
    /** That tells it, and has told its own clients. */
    public String replica;

    public Instant at;

    Uni<Void> store(Tx tx) {
        return signals().of(communityId).insert(tx, this).replaceWithVoid();
    }

    /** Of other replicas, the oldest first. */
    static Uni<List<SignalDocument>> since(Tx tx, Instant time, String replica) {
        return tx.list(
                        signals().ofAllCommunities(),
                        and(gte(AT, time), ne("replica", replica)),
                        new FindOptions().sort(ascending(AT)).limit(MOST))
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return signals().createIndex(ascending(AT), new IndexOptions().expireAfter(1L, TimeUnit.MINUTES));
    }

    private static TenantCollection.All<SignalDocument> signals() {
        return TenantCollection.all(mongoCollection());
    }
}
