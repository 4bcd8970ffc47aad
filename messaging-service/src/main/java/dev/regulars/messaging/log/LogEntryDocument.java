package dev.regulars.messaging.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.NewDocument;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An event of a channel at its place in the channel's order. Its id is the event's, so that it has one place for ever. */
@MongoEntity(collection = "channelLog")
public class LogEntryDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String channelId;
    public long seq;
    public LogKind kind;
    public String messageId;
    /** Whoever wrote, edited, deleted or reacted. */
    public String accountId;

    public String userId;
    public @Nullable String emoji;
    public Instant at;
    /** When it was appended; replicas look for what is new by it. */
    public Instant appendedAt;
    /** Of a message that was deleted since. */
    public boolean gone;

    /** In one write. Fails as a duplicate where an event has its place, or another event this place; those before it are stored. */
    static Uni<Void> appendAll(Tx tx, List<LogEntryDocument> all) {
        return tx.bulk(entries().ofAllCommunities())
                .insert(all.stream()
                        .map(one ->
                                new NewDocument<>(one, new Version(one.appendedAt.toEpochMilli(), 0), null, List.of()))
                        .toList());
    }

    /** Which of these events have their place. */
    static Uni<Set<String>> known(Tx tx, CommunityId community, Collection<String> eventIds) {
        return entries()
                .of(community)
                .list(tx, in("_id", eventIds), ascending("_id"), 0)
                .map(entry -> entry.id)
                .collect()
                .in(HashSet<String>::new, Set::add)
                .map(Set::copyOf);
    }

    /** The newest of a channel. */
    static Uni<@Nullable LogEntryDocument> head(Tx tx, CommunityId community, String channelId) {
        return entries()
                .of(community)
                .list(tx, eq("channelId", channelId), descending("seq"), 1)
                .collect()
                .first();
    }

    /** In order, behind a place. */
    static Uni<List<LogEntryDocument>> after(Tx tx, CommunityId community, String channelId, long seq, int limit) {
        return entries()
                .of(community)
                .list(tx, and(eq("channelId", channelId), gt("seq", seq)), ascending("seq"), limit)
                .collect()
                .asList();
    }

    /** All entries about these messages, in order. */
    static Multi<LogEntryDocument> about(Tx tx, CommunityId community, Collection<String> messageIds) {
        return entries().of(community).list(tx, in("messageId", messageIds), ascending("messageId", "seq"), 0);
    }

    /** Messages behind a place that are there, written by others. */
    static Uni<Long> unread(
            Tx tx, CommunityId community, String channelId, long seq, Instant since, String accountId, int most) {
        return entries()
                .of(community)
                .countTo(
                        tx,
                        and(
                                eq("channelId", channelId),
                                eq("kind", LogKind.MESSAGE.name()),
                                gt("seq", seq),
                                gte("at", since),
                                eq("gone", false),
                                ne("accountId", accountId)),
                        most);
    }

    static Uni<Void> messageGone(Tx tx, CommunityId community, String messageId) {
        return entries()
                .of(community)
                .change(tx, and(eq("messageId", messageId), eq("kind", LogKind.MESSAGE.name())))
                .by(set("gone", true))
                .withoutEvent()
                .replaceWithVoid();
    }

    /** What was appended to any channel of any community since then. */
    static Multi<LogEntryDocument> appendedSince(Tx tx, Instant since, int limit) {
        return tx.list(
                entries().ofAllCommunities(),
                gte("appendedAt", since),
                new FindOptions().sort(descending("appendedAt")).limit(limit));
    }

    public static Uni<Void> buildIndexes() {
        return entries()
                .createIndex(ascending("communityId", "channelId", "seq"), new IndexOptions().unique(true))
                .chain(() -> entries().createIndex(ascending("communityId", "messageId", "seq")))
                .chain(() -> entries().createIndex(ascending("communityId", "channelId", "kind", "seq")))
                .chain(() -> entries().createIndex(ascending("appendedAt")));
    }

    private static TenantCollection.All<LogEntryDocument> entries() {
        return TenantCollection.all(mongoCollection());
    }
}
