package dev.regulars.community.presence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.events.community.CommunityEvent.SessionOpened;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** When a member was last seen, and since when they have been here. One document for each member. */
@MongoEntity(collection = "presence")
public class PresenceDocument extends ReactivePanacheMongoEntityBase {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int ROUND = 500;

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public Instant lastSeen;
    /** Absent between two sessions. */
    public @Nullable Instant startedAt;
    /** Kept by the outbox; read here only. */
    public Version version;

    /** One write for all members of all communities that were seen. */
    static Uni<Void> see(List<Heartbeat> heartbeats) {
        List<UpdateOneModel<PresenceDocument>> writes =
                heartbeats.stream().map(PresenceDocument::seen).toList();
        return presence().ofAllCommunities().bulkWrite(writes, UNORDERED).replaceWithVoid();
    }

    /** A heartbeat begins a session where there is none; one that comes late, after a newer one, changes nothing. */
    private static UpdateOneModel<PresenceDocument> seen(Heartbeat heartbeat) {
        var at = new BsonDateTime(heartbeat.at().toEpochMilli());
        var isNewer = new Document("$gt", Arrays.asList(at, "$lastSeen"));
        var fields = new Document("accountId", heartbeat.accountId())
                .append("deleted", ifNull("$deleted", false))
                .append("version", ifNull("$version", new Document("epoch", at.getValue()).append("n", 0L)))
                .append("untold", new Document("$cond", Arrays.asList(begins(isNewer), true, "$untold")))
                .append(
                        "startedAt",
                        new Document("$cond", Arrays.asList(isNewer, ifNull("$startedAt", at), "$startedAt")))
                .append("lastSeen", new Document("$max", Arrays.asList("$lastSeen", at)));
        Bson member = and(
                eq("_id", heartbeat.community() + ":" + heartbeat.accountId()),
                eq("communityId", heartbeat.community().id()));
        return new UpdateOneModel<>(member, List.of(new Document("$set", fields)), UPSERT);
    }

    private static Document begins(Document isNewer) {
        var between = new Document("$eq", Arrays.asList(ifNull("$startedAt", null), null));
        return new Document("$and", Arrays.asList(isNewer, between));
    }

    /** Sessions, in any community, that began and nobody was told of. */
    static Uni<List<PresenceDocument>> begun(Tx tx) {
        return tx.list(presence().ofAllCommunities(), exists("untold"), new FindOptions().limit(ROUND))
                .collect()
                .asList();
    }

    /** Tells that the session began; empty where somebody else did. */
    Uni<@Nullable PresenceDocument> open(Tx tx, Instant began) {
        return presence()
                .of(communityId)
                .change(tx, id)
                .when(and(eq("startedAt", began), exists("untold")))
                .by(unset("untold"))
                .emitting(new SessionOpened(communityId.id(), accountId, began));
    }

    /** Sessions, in any community, of members who were last seen before. */
    static Uni<List<PresenceDocument>> overdue(Tx tx, Instant before) {
        return tx.list(
                        presence().ofAllCommunities(),
                        and(exists("startedAt"), lt("lastSeen", before)),
                        new FindOptions().limit(ROUND))
                .collect()
                .asList();
    }

    /** Ends a session that was told of, when it was last seen; empty where somebody else ended it, or it goes on. */
    Uni<@Nullable PresenceDocument> close(Tx tx, Instant began) {
        return presence()
                .of(communityId)
                .change(tx, id)
                .when(and(eq("startedAt", began), eq("lastSeen", lastSeen), exists("untold", false)))
                .by(unset("startedAt"))
                .emitting(new SessionClosed(
                        communityId.id(),
                        accountId,
                        began,
                        lastSeen,
                        Duration.between(began, lastSeen).toSeconds()));
    }

    public static Uni<Void> buildIndexes() {
        return presence()
                .createIndex(ascending("lastSeen"), new IndexOptions().partialFilterExpression(exists("startedAt")))
                .chain(() -> presence()
                        .createIndex(
                                ascending("untold"), new IndexOptions().partialFilterExpression(exists("untold"))));
    }

    private static Document ifNull(Object value, Object otherwise) {
        return new Document("$ifNull", Arrays.asList(value, otherwise));
    }

    private static TenantCollection.All<PresenceDocument> presence() {
        return TenantCollection.all(mongoCollection());
    }
}
