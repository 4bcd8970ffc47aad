package dev.regulars.eventing.note;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Marks each line that was added. */
@ApplicationScoped
class MarkNotes {

    private final EventConsumer consumer;

    MarkNotes(EventConsumer consumer) {
        this.consumer = consumer;
    }

    @Incoming("marks")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return consumer.take("marks", record, this::mark);
    }

    private Uni<Void> mark(ReceivedEvent event) {
        return switch (event.type()) {
            case LineAdded.TYPE ->
                MarkDocument.make(event.id(), event.as(LineAdded.class).noteId());
            default -> Uni.createFrom().voidItem();
        };
    }
}
