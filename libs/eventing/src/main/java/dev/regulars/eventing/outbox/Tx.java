package dev.regulars.eventing.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.relay.PendingEvents;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.caller.Actor;
import io.quarkus.mongodb.AggregateOptions;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a write is part of: alone, or one transaction with others. A document method takes one and need not know which.
 * Used by one call after the other, never by two threads at once.
 */
public final class Tx {

    static final String COMMUNITY_ID = "communityId";
    private static final FindOptions FIRST = new FindOptions().limit(1);
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    /** The driver would ask for as few at a time as the buffer of an operator holds: a million scores would be 5,000 calls. */
    private static final AggregateOptions BATCHES = new AggregateOptions().batchSize(2_000);

    private final Outbox outbox;
    private final @Nullable ClientSession session;
    private final Origin origin;
    private final UncommittedEvents uncommitted;

    Tx(Outbox outbox, @Nullable ClientSession session, Origin origin) {
        this.outbox = outbox;
        this.session = session;
        this.origin = origin;
        this.uncommitted = new UncommittedEvents(outbox, origin);
    }

    /** The caller of the operation that this is part of. */
    public Actor caller() {
        return requireNonNull(origin.caller(), "No caller: this is no call of an operation");
    }

    /** The community of the call that this is part of. */
    public CommunityId community() {
        return requireNonNull(origin.community(), "No community: this is no call in a community");
    }

    /** The time of its writes. */
    public Instant now() {
        return outbox.now();
    }

    /** Reads inside the transaction, where there is one. What is deleted is not seen. */
    public <D> Uni<@Nullable D> find(ReactiveMongoCollection<D> documents, Bson which) {
        return list(documents, which, FIRST).collect().first();
    }

    /** The same for many. */
    public <D> Multi<D> list(ReactiveMongoCollection<D> documents, Bson which, FindOptions options) {
        Bson alive = alive(which);
        return session == null ? documents.find(alive, options) : documents.find(session, alive, options);
    }

    /** How many there are. */
    public Uni<Long> count(ReactiveMongoCollection<?> documents, Bson which) {
        Bson alive = alive(which);
        return session == null ? documents.countDocuments(alive) : documents.countDocuments(session, alive);
    }

    /** How many there are, but no more than {@code most}. */
    public Uni<Long> count(ReactiveMongoCollection<?> documents, Bson which, int most) {
        var bounded = new CountOptions().limit(most);
        Bson alive = alive(which);
        return session == null
                ? documents.countDocuments(alive, bounded)
                : documents.countDocuments(session, alive, bounded);
    }

    static Bson alive(Bson which) {
        return and(which, eq(Fields.DELETED, false));
    }

    /**
     * Stores a new document, and the events that tell of it in the same write. Its epoch is the time, so that a document
     * made again under an old id is newer than the tombstone of the one before.
     */
    public <D> Uni<D> insert(ReactiveMongoCollection<D> documents, D document, DomainEvent... events) {
        return insert(documents, null, document, List.of(events));
    }

    /** The same for a community's document; one of another community is our mistake and is not stored. */
    public <D> Uni<D> insert(
            ReactiveMongoCollection<D> documents, CommunityId community, D document, DomainEvent... events) {
        return insert(documents, community, document, List.of(events));
    }

    static void checkCommunity(ReactiveMongoCollection<?> documents, BsonDocument document, CommunityId community) {
        if (!new BsonString(community.id()).equals(document.get(COMMUNITY_ID))) {
            throw new IllegalStateException(documents.getNamespace() + ": a document of another community");
        }
    }

    private <D> Uni<D> insert(
            ReactiveMongoCollection<D> documents,
            @Nullable CommunityId community,
            D document,
            List<DomainEvent> events) {
        List<OutboxEntry> entries = events.stream()
                .map(event -> outbox.entry(event, origin.actor()))
                .toList();
        var version = new Version(outbox.now().toEpochMilli(), entries.size());
        RawBsonDocument whole = StoredForm.of(documents, document, version, entries);
        if (community != null) {
            checkCommunity(documents, whole, community);
        }
        var raw = documents.withDocumentClass(RawBsonDocument.class);
        return (session == null ? raw.insertOne(whole) : raw.insertOne(session, whole))
                .invoke(() -> wrote(documents, whole, events))
                .replaceWith(document);
    }

    /** Writes of many documents at once, in any community. */
    public <D> BulkWrites<D> bulk(ReactiveMongoCollection<D> documents) {
        return new BulkWrites<>(this, session, outbox, documents, null);
    }

    /** The same for a community's documents. */
    public <D> BulkWrites<D> bulk(ReactiveMongoCollection<D> documents, CommunityId community) {
        return new BulkWrites<>(this, session, outbox, documents, community);
    }

    @Nullable
    EventActor actor() {
        return origin.actor();
    }

    /** What a pipeline makes of documents that are not deleted. */
    public <T> Multi<T> aggregate(ReactiveMongoCollection<?> documents, List<Bson> pipeline, Class<T> answer) {
        List<Bson> stages = new ArrayList<>();
        stages.add(Aggregates.match(eq(Fields.DELETED, false)));
        stages.addAll(pipeline);
        return session == null
                ? documents.aggregate(stages, answer, BATCHES)
                : documents.aggregate(session, stages, answer, BATCHES);
    }

    /** Begins the sentence of a {@link Change}. */
    public <D> Change<D> change(ReactiveMongoCollection<D> documents, Bson which) {
        return new Change<>(this, documents, which);
    }

    Uni<RawBsonDocument> update(
            ReactiveMongoCollection<?> documents, Bson which, Bson change, List<DomainEvent> events) {
        List<OutboxEntry> entries = events.stream()
                .map(event -> outbox.entry(event, origin.actor()))
                .toList();
        return update(documents, which, Change.andEmit(change, entries))
                .onItem()
                .ifNotNull()
                .invoke(after -> wrote(documents, after, events));
    }

    Uni<RawBsonDocument> update(ReactiveMongoCollection<?> documents, Bson which, Bson change) {
        var raw = documents.withDocumentClass(RawBsonDocument.class);
        return session == null
                ? raw.findOneAndUpdate(which, change, AFTER)
                : raw.findOneAndUpdate(session, which, change, AFTER);
    }

    Uni<RawBsonDocument> remove(ReactiveMongoCollection<?> documents, Bson which) {
        var raw = documents.withDocumentClass(RawBsonDocument.class);
        return session == null ? raw.findOneAndDelete(which) : raw.findOneAndDelete(session, which);
    }

    /** Leaves a document to the relay, which removes it behind the last of its events. */
    Uni<RawBsonDocument> removeLater(ReactiveMongoCollection<?> documents, Bson which) {
        return update(documents, which, set(Fields.DELETED, true))
                .onItem()
                .ifNotNull()
                .invoke(after -> wrote(documents, after, List.of()));
    }

    /** What stands alone is true at once; a transaction tells nothing before its commit. */
    void wrote(ReactiveMongoCollection<?> documents, BsonDocument after, List<DomainEvent> events) {
        uncommitted.add(PendingEvents.in(documents.getNamespace().getCollectionName(), after), events);
        if (session == null) {
            committed();
        }
    }

    /** For events of documents that this transaction writes without them. */
    Uni<Void> emitTogether(List<PendingEvents.Due> events) {
        ClientSession transaction = requireNonNull(session, "Documents and their events apart ask for a transaction");
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.batches()
                        .insert(transaction, events, outbox.now())
                        .invoke(batches -> batches.forEach(uncommitted::add))
                        .replaceWithVoid();
    }

    /** For {@code once}, after its commit. */
    public void committed() {
        uncommitted.publish();
    }
}
