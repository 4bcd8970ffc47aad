package dev.regulars.webhook.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.webhook.delivery.DeliveryState;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A range of deliveries that is sent again. Which of them were opened stands in the deliveries themselves. */
@MongoEntity(collection = "replays")
public class ReplayDocument extends ReactivePanacheMongoEntityBase {

    private static final int AT_ONCE = 100;

    @BsonId
    public String id;

    public String communityId;
    public String subscriptionId;
    public Instant from;
    public Instant to;
    public List<String> events;
    public List<DeliveryState> states;
    public int ratePerSecond;
    public ReplayStatus status;
    /** All deliveries are open again; some may still be on their way. */
    public boolean opened;

    public long total;
    public Instant nextAt;
    public Instant createdAt;

    Uni<ReplayDocument> store(Tx tx) {
        return replays().of(tx.community()).insert(tx, this);
    }

    static Uni<@Nullable ReplayDocument> find(Tx tx, CommunityId community, String subscriptionId, String id) {
        return replays().of(community).find(tx, and(eq("_id", id), eq("subscriptionId", subscriptionId)));
    }

    /** Null if it runs no longer. */
    static Uni<@Nullable ReplayDocument> cancel(Tx tx, String subscriptionId, String id) {
        return replays()
                .of(tx.community())
                .change(tx, and(eq("_id", id), eq("subscriptionId", subscriptionId)))
                .when(eq("status", ReplayStatus.RUNNING))
                .by(set("status", ReplayStatus.CANCELLED))
                .withoutEvent();
    }

    static Uni<List<ReplayDocument>> due(Instant now) {
        return replays()
                .ofAllCommunities()
                .find(
                        and(eq("status", ReplayStatus.RUNNING), eq("opened", false), lte("nextAt", now)),
                        new FindOptions().sort(ascending("nextAt")).limit(AT_ONCE))
                .collect()
                .asList();
    }

    /** Null if another replica was faster, or it was cancelled. */
    Uni<@Nullable ReplayDocument> claim(Tx tx, Instant next) {
        return tx.change(
                        replays().ofAllCommunities(),
                        and(eq("_id", id), eq("status", ReplayStatus.RUNNING), eq("nextAt", nextAt)))
                .by(set("nextAt", next))
                .withoutEvent();
    }

    Uni<Void> allOpened(Tx tx) {
        return tx.change(replays().ofAllCommunities(), and(eq("_id", id), eq("status", ReplayStatus.RUNNING)))
                .by(set("opened", true))
                .withoutEvent()
                .replaceWithVoid();
    }

    Uni<Void> postpone(Tx tx, Instant until) {
        return tx.change(replays().ofAllCommunities(), eq("_id", id))
                .by(set("nextAt", until))
                .withoutEvent()
                .replaceWithVoid();
    }

    public static Uni<Void> index() {
        return replays().createIndex(ascending("status", "nextAt")).chain(() -> replays()
                .createIndex(ascending("createdAt"), new IndexOptions().expireAfter(90L, TimeUnit.DAYS)));
    }

    private static TenantCollection.All<ReplayDocument> replays() {
        return TenantCollection.all(mongoCollection());
    }
}
