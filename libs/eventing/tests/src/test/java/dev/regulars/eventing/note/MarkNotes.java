package dev.regulars.eventing.note;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.eventing.note.NoteEvent.NoteRemoved;
import dev.regulars.eventing.note.NoteEvent.NoteWritten;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Marks each line that was added. */
@ApplicationScoped
class MarkNotes {

    private final EventConsumer consumer;

    MarkNotes(EventConsumer consumer) {
        this.consumer = consumer;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("marks", NoteEvent.class, this::mark);
    }

    private Uni<Void> mark(ReceivedEvent<NoteEvent> received) {
        return switch (received.event()) {
            case LineAdded added -> MarkDocument.make(received.id(), added.noteId());
            case NoteWritten written -> Uni.createFrom().voidItem();
            case NoteRemoved removed -> Uni.createFrom().voidItem();
        };
    }
}
