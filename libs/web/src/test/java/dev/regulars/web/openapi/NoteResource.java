package dev.regulars.web.openapi;

import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.FACTOR_WRONG;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.caller.Public;
import dev.regulars.web.json.WireName;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.value.Patch;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** One operation for each thing that a document has to say. */
final class NoteResource {

    @Schema(examples = """
            {"_id": "66b1f0e9a4d3e5f60718293b", "text": "a note", "secret": "***"}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteView(String _id, String text, @Nullable String secret) {}

    @Schema(examples = """
            {"state": "waiting"}""")
    record WaitingView(String state) {}

    record NewNote(
            @NotBlank @Size(max = 100) String text,
            @Email @Nullable String author,
            @Pattern(regexp = "[a-z]+") @Nullable String tag) {}

    record NoteChange(
            Patch<@Size(max = 100) String> text,
            Patch<NoteColor> color,
            @NotNull @Size(min = 8) Secret password) {}

    enum NoteColor implements WireName {
        RED("red"),
        BLUE("blue");

        private final String wire;

        NoteColor(String wire) {
            this.wire = wire;
        }

        @Override
        @JsonValue
        public String wire() {
            return wire;
        }
    }

    @Path("/application/communities/{communityId}/notes")
    static class Note {

        @POST
        @ResponseStatus(201)
        @Needs(level = Level.ADMIN)
        @Says("Create note success.")
        @Operation(operationId = "createNote", summary = "Create a note")
        @Refuses(kind = CONFLICT, when = "Another note has this text")
        @Refuses(kind = FACTOR_WRONG, when = "The code is wrong")
        @Also(status = 202, says = "The note waits", as = WaitingView.class)
        @Shows("""
                {"secret": "in clear"}""")
        public Uni<NoteView> create(@Valid @NotNull NewNote note) {
            return Uni.createFrom().nothing();
        }

        @GET
        @Needs(level = Level.MEMBER)
        @Says("Read notes success.")
        @Operation(summary = "List the notes")
        public Uni<List<NoteView>> list() {
            return Uni.createFrom().nothing();
        }

        @DELETE
        @Path("/{noteId}")
        @Needs(level = Level.ADMIN)
        @Says("Delete note success.")
        @Operation(summary = "Delete a note")
        public Uni<Void> delete(@PathParam("noteId") String noteId) {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/application/pages")
    static class NotePages {

        @GET
        @Needs(level = Level.APPLICATION)
        @Says("Read notes success.")
        @Operation(operationId = "pageNotes", summary = "List the notes in pages")
        public Uni<Page<NoteView>> list(@Valid @BeanParam ByCursor page) {
            return Uni.createFrom().nothing();
        }

        @PATCH
        @Needs(level = Level.APPLICATION)
        @Says("Update note success.")
        @Operation(operationId = "patchNote", summary = "Change a note")
        public Uni<Nothing> patch(@Valid @NotNull NoteChange change) {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/integration/pages")
    static class CountedPages {

        @GET
        @Needs(level = Level.APPLICATION)
        @Says("")
        @Operation(operationId = "countNotes", summary = "List the notes in counted pages")
        public Uni<Page<NoteView>> list(@Valid @BeanParam ByPage page) {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/system/notes")
    static class SystemNotes {

        @PUT
        @Needs(systemKey = true)
        @Says("Note has been changed")
        @Operation(operationId = "changeNote", summary = "Change a note")
        @IgnoresIdempotencyKey("A repeat changes nothing")
        public Uni<NoteView> change(@Valid @NotNull NewNote note) {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/integration/notes")
    static class IntegrationNotes {

        @GET
        @Needs(level = Level.ADMIN, permission = Permission.STORE)
        @Operation(operationId = "readNote", summary = "Read a note")
        public Uni<NoteView> read() {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/internal/notes")
    static class InternalNotes {

        @POST
        @Public
        @Operation(summary = "Count the notes")
        public Uni<WaitingView> count() {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/application/unguarded")
    static class Unguarded {

        @GET
        @Operation(summary = "Nobody says who may")
        public Uni<NoteView> read() {
            return Uni.createFrom().nothing();
        }
    }

    record Unreadable(@Pattern(regexp = "\\p{L}+") String name) {}

    @Path("/application/unreadable")
    static class UnreadablePattern {

        @POST
        @Public
        @Operation(summary = "A pattern for Java alone")
        public Uni<NoteView> create(@Valid @NotNull Unreadable body) {
            return Uni.createFrom().nothing();
        }
    }

    private NoteResource() {}
}
