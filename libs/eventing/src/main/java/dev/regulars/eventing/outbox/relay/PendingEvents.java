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

    /** Where a document is. */
    public record Ref(String collection, BsonValue id) {}

    /** One event and the version of the document it led to. */
    record Due(Version version, OutboxEntry entry) {}

    /**
     * Every write that raises {@code n} pushes as many events as it raises it by, and only the oldest are ever pulled, so the place in
     * the outbox gives an event's version; an update cannot write into the entry what it has just counted.
     */
    public static PendingEvents in(String collection, BsonDocument document) {
        var version = Version.of(document.getDocument(Fields.VERSION));
        BsonArray outbox = document.getArray(Fields.OUTBOX);
        List<Due> events = new ArrayList<>(outbox.size());
        for (int i = 0; i < outbox.size(); i++) {
            events.add(new Due(
                    version.minus(outbox.size() - 1L - i),
                    OutboxEntry.of(outbox.get(i).asDocument())));
        }
        boolean deleted = document.getBoolean(Fields.DELETED).getValue();
        return new PendingEvents(new Ref(collection, requireNonNull(document.get("_id"))), version, deleted, events);
    }
}
