package dev.regulars.eventing.outbox;

import dev.regulars.eventing.outbox.relay.PendingEvents;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.identity.CallerChanged;
import java.util.ArrayList;
import java.util.List;

/** What the writes of a {@link Tx} have to tell once they are certain. */
final class UncommittedEvents {

    private final Outbox outbox;
    private final Origin origin;
    private final List<PendingEvents> pending = new ArrayList<>();
    private final List<String> changedCallers = new ArrayList<>();

    UncommittedEvents(Outbox outbox, Origin origin) {
        this.outbox = outbox;
        this.origin = origin;
    }

    void add(PendingEvents ofDocument, List<DomainEvent> added) {
        add(ofDocument);
        added.stream()
                .filter(CallerChanged.class::isInstance)
                .map(event -> ((CallerChanged) event).tag())
                .forEach(changedCallers::add);
    }

    void add(PendingEvents ofDocument) {
        if (!ofDocument.events().isEmpty()) {
            outbox.checkSwept(ofDocument.document().collection());
            pending.add(ofDocument);
        }
    }

    /** Told to the relay, and to the gateway beside the answer. */
    void publish() {
        pending.forEach(outbox::tell);
        pending.clear();
        changedCallers.forEach(origin.callerChanged());
        changedCallers.clear();
    }
}
