package dev.regulars.bench.writer;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.web.caller.Public;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/notes")
class NoteResource {

    /** The id of the new note. */
    record Written(String noteId) {}

    private final Outbox outbox;

    NoteResource(Outbox outbox) {
        this.outbox = outbox;
    }

    @POST
    @Path("/with-event")
    @Public
    @Operation(summary = "Write a note and publish an event")
    public Uni<Written> withEvent(@Valid @NotNull NewNote note) {
        return NoteDocument.of(note).writeWithEvent(outbox.alone()).map(done -> new Written(done.id));
    }

    @POST
    @Path("/without-event")
    @Public
    @Operation(summary = "Write a note")
    public Uni<Written> withoutEvent(@Valid @NotNull NewNote note) {
        return NoteDocument.of(note).write(outbox.alone()).map(done -> new Written(done.id));
    }
}
