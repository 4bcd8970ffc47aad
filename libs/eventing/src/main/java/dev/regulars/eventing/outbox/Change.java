package dev.regulars.eventing.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static dev.regulars.eventing.EventingError.TOO_MANY_EVENTS_WAITING;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.regulars.events.DomainEvent;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One atomic write, said as a sentence: {@code tx.change(posts(), which).when(guard).by(change).emitting(event)}. The one
 * place that builds guard + change + raised version + event. Answers the document after it, or nothing: the guard said no.
 */
public final class Change<D> {

    private final Tx tx;
    private final ReactiveMongoCollection<D> documents;
    private final Bson which;
    private Bson guard = Filters.empty();
    private Bson change = combine();

    Change(Tx tx, ReactiveMongoCollection<D> documents, Bson which) {
        this.tx = tx;
        this.documents = documents;
        this.which = and(which, eq(Fields.DELETED, false));
    }

    public Change<D> when(Bson guard) {
        this.guard = guard;
        return this;
    }

    public Change<D> by(Bson change) {
        this.change = change;
        return this;
    }

    /** One field more that is written. */
    public Change<D> set(String field, @Nullable Object value) {
        return by(combine(change, Updates.set(field, value)));
    }

    /** Several events leave in their order; each raises the version by one. */
    public Uni<@Nullable D> emitting(DomainEvent... events) {
        return tx.update(documents, and(which, guard, exists(Fields.FULL, false)), change, List.of(events))
                .map(this::decoded)
                .onItem()
                .ifNull()
                .switchTo(() -> unlessFull(events));
    }

    /** For what nobody else need know: raises no version. */
    public Uni<@Nullable D> withoutEvent() {
        return tx.update(documents, and(which, guard), change).map(this::decoded);
    }

    /** Takes away a document without an event of its own; behind those that wait in it, where there are any. */
    public Uni<@Nullable D> removing() {
        Bson guarded = and(which, guard);
        Uni<RawBsonDocument> atOnce = tx.remove(documents, and(guarded, exists(Fields.OLDEST, false)));
        return atOnce.onItem()
                .ifNull()
                .switchTo(() -> tx.removeLater(documents, and(guarded, exists(Fields.OLDEST))))
                .onItem()
                .ifNull()
                .switchTo(atOnce) // its last event left between the two looks
                .map(this::decoded);
    }

    /** A state and an event; the relay removes the document once the event is told. */
    public Uni<@Nullable D> deletingAndEmitting(DomainEvent event) {
        return by(combine(change, Updates.set(Fields.DELETED, true))).emitting(event);
    }

    static Bson andEmit(Bson change, List<OutboxEntry> events) {
        List<BsonDocument> entries = events.stream().map(OutboxEntry::toBson).toList();
        return combine(change, inc(Fields.N, (long) entries.size()), pushEach(Fields.OUTBOX, entries));
    }

    /** Where the guard agrees the document was full; or somebody changed it between the two looks, so that we may now. */
    private Uni<@Nullable D> unlessFull(DomainEvent... events) {
        return tx.find(documents.withDocumentClass(BsonDocument.class), and(which, guard))
                .chain(found -> {
                    if (found == null) {
                        return Uni.createFrom().nullItem();
                    }
                    if (found.getArray(Fields.OUTBOX).size() >= Fields.MOST) {
                        throw TOO_MANY_EVENTS_WAITING.because("500 events wait in " + documents.getNamespace());
                    }
                    return emitting(events);
                });
    }

    private @Nullable D decoded(@Nullable RawBsonDocument after) {
        return after == null ? null : after.decode(documents.getCodecRegistry().get(documents.getDocumentClass()));
    }
}
