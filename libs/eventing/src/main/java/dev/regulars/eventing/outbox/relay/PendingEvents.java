package dev.regulars.eventing.outbox.relay;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Fields;
import dev.regulars.eventing.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The events that one document still has to send, as of one moment; oldest first. */
public record PendingEvents(Ref document, Version version, boolean deleted, List<Due> events) {

    /** The collection of documents that are nothing but events, of many others and in no order. */
    public static final String BATCHES = "eventBatches";

    /** Where a document is. */
    public record Ref(String collection, BsonValue id) {}

    /** One event and the version of the document it led to. */
    public record Due(Version version, OutboxEntry entry) {

        String id() {
            return entry.id();
        }
    }

    /**
     * Every write that raises {@code n} pushes as many events as it raises it by, and only the oldest are ever pulled, so the place in
     * the outbox gives an event's version; an update cannot write into the entry what it has just counted. An entry of a batch has
     * that of the document it tells of.
     */
    public static PendingEvents in(String collection, BsonDocument document) {
        var version = Version.of(document.getDocument(Fields.VERSION));
        BsonArray outbox = document.getArray(Fields.OUTBOX);
        List<Due> events = new ArrayList<>(outbox.size());
        for (int i = 0; i < outbox.size(); i++) {
            BsonDocument entry = outbox.get(i).asDocument();
            events.add(new Due(
                    entry.containsKey(Fields.VERSION)
                            ? Version.of(entry.getDocument(Fields.VERSION))
                            : version.minus(outbox.size() - 1L - i),
                    OutboxEntry.of(entry)));
        }
        boolean deleted = document.getBoolean(Fields.DELETED).getValue();
        return new PendingEvents(new Ref(collection, requireNonNull(document.get("_id"))), version, deleted, events);
    }

    boolean isBatch() {
        return document.collection().equals(BATCHES);
    }

    PendingEvents withoutEvents() {
        return new PendingEvents(document, version, deleted, List.of());
    }
}
