package dev.regulars.eventing.note;

import dev.regulars.eventing.intake.Intake;
import dev.regulars.eventing.intake.Received;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Marks each line that was added. */
@ApplicationScoped
class MarkNotes {

    private final Intake intake;

    MarkNotes(Intake intake) {
        this.intake = intake;
    }

    @Incoming("marks")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return intake.take("marks", record, this::mark);
    }

    private Uni<Void> mark(Received event) {
        return switch (event.type()) {
            case LineAdded.TYPE ->
                MarkDocument.make(event.id(), event.as(LineAdded.class).noteId());
            default -> Uni.createFrom().voidItem();
        };
    }
}
