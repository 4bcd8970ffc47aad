package dev.regulars.eventing.outbox;

import dev.regulars.events.DomainEvent;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * One of several changes that {@link BulkWrites} makes.
 *
 * @param id of the document
 */
public record DocumentChange(String id, Bson change, List<? extends DomainEvent> events) {

    public DocumentChange {
        events = List.copyOf(events);
    }
}
