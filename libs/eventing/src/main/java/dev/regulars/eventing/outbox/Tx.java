package dev.regulars.eventing.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.eventing.Actor;
import dev.regulars.eventing.Version;
import dev.regulars.events.DomainEvent;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a write is part of: alone, or one transaction with others. A document method takes one and need not know which.
 * Used by one call after the other, never by two threads at once.
 */
public final class Tx {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Outbox outbox;
    private final @Nullable ClientSession session;
    private final List<PendingEvents> untold = new ArrayList<>();

    Tx(Outbox outbox, @Nullable ClientSession session) {
        this.outbox = outbox;
        this.session = session;
    }

    /** Reads inside the transaction, where there is one. What is deleted is not seen. */
    public <D> Uni<@Nullable D> find(ReactiveMongoCollection<D> documents, Bson which) {
        Bson alive = and(which, eq(Fields.DELETED, false));
        return (session == null ? documents.find(alive) : documents.find(session, alive))
                .collect()
                .first();
    }

    /**
     * Stores a new document, and the event that tells of it in the same write. Its epoch is the time, so that a document
     * made again under an old id is newer than the tombstone of the one before.
     */
    public <D> Uni<D> insert(ReactiveMongoCollection<D> documents, D document, DomainEvent event) {
        OutboxEntry told = outbox.entry(event, actor());
        var first = new Version(told.at().toEpochMilli(), 1);
        return insert(documents, document, first, new BsonArray(List.of(told.toBson())));
    }

    private <D> Uni<D> insert(ReactiveMongoCollection<D> documents, D document, Version version, BsonArray waiting) {
        BsonDocument whole = BsonDocumentWrapper.asBsonDocument(document, documents.getCodecRegistry())
                .append(Fields.VERSION, version.toBson())
                .append(Fields.DELETED, BsonBoolean.FALSE)
                .append(Fields.OUTBOX, waiting);
        var bson = documents.withDocumentClass(BsonDocument.class);
        return (session == null ? bson.insertOne(whole) : bson.insertOne(session, whole))
                .invoke(() -> wrote(documents, whole))
                .replaceWith(document);
    }

    /** Stores a new document that has nothing to tell yet. */
    public <D> Uni<D> insert(ReactiveMongoCollection<D> documents, D document) {
        return insert(documents, document, new Version(outbox.now().toEpochMilli(), 0), new BsonArray());
    }

    /** Begins the sentence of a {@link Change}. */
    public <D> Change<D> change(ReactiveMongoCollection<D> documents, Bson which) {
        return new Change<>(this, documents, which);
    }

    Uni<RawBsonDocument> update(
            ReactiveMongoCollection<?> documents, Bson which, Bson change, List<DomainEvent> events) {
        List<OutboxEntry> entries =
                events.stream().map(event -> outbox.entry(event, actor())).toList();
        return update(documents, which, Change.andEmit(change, entries))
                .onItem()
                .ifNotNull()
                .invoke(after -> wrote(documents, after));
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

    /** The caller that makes the change, where one does. */
    private @Nullable Actor actor() {
        return null;
    }

    /** What stands alone is true at once; a transaction tells nothing before its commit. */
    private void wrote(ReactiveMongoCollection<?> documents, BsonDocument after) {
        PendingEvents waiting = PendingEvents.in(documents.getNamespace().getCollectionName(), after);
        if (!waiting.events().isEmpty()) {
            outbox.checkSwept(waiting.document().collection());
            untold.add(waiting);
        }
        if (session == null) {
            committed();
        }
    }

    /** Now it is certain: told to the relay. For {@code once}, after its commit. */
    public void committed() {
        untold.forEach(outbox::tell);
        untold.clear();
    }
}
