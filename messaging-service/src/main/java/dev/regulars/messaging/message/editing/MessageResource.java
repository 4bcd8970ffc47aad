package dev.regulars.messaging.message.editing;

import static dev.regulars.web.caller.Permission.REACT_MESSAGE;
import static dev.regulars.web.caller.Permission.SEND_MESSAGE;
import static dev.regulars.web.caller.Permission.SEND_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.view.MessageDetails;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/messages/{messageId}")
@Tag(ref = "Messages")
class MessageResource {

    private final MessageChanges changes;
    private final Once once;
    private final Caller caller;

    MessageResource(MessageChanges changes, Once once, Caller caller) {
        this.changes = changes;
        this.once = once;
        this.caller = caller;
    }

    @PATCH
    @Needs(level = Level.MEMBER, permission = SEND_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Update message success.")
    @Shows("""
            {"message": "Hello, everybody!", "edited_at": "2026-03-10T16:20:50.123Z"}""")
    @Refuses(kind = Kind.CONFLICT, when = "The message shows a chart analysis, which is changed by its own call")
    @Operation(operationId = "editMessage", summary = "Edit one's own message, or with a key that of the sender")
    public Uni<MessageDetails> edit(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182951") String messageId,
            @Valid @NotNull EditMessageRequest change) {
        Viewer viewer = viewer();
        return once.perform(
                MessageDetails.class,
                () -> changes.draft(viewer, messageId, change.sender()),
                (tx, draft) -> changes.edit(tx, viewer, draft, change));
    }

    @DELETE
    @Needs(level = Level.MEMBER, permission = SEND_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Delete message success.")
    @Shows("""
            {"message": "", "reactions": [], "edited_at": "2026-03-10T16:20:50.123Z",
             "deleted_at": "2026-03-10T16:25:50.123Z"}""")
    @Operation(operationId = "deleteMessage", summary = "Delete a message; replies to it stay")
    public Uni<MessageDetails> delete(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182951") String messageId,
            @QueryParam("sender")
                    @Size(max = 254)
                    @Parameter(description = "Who deletes it; required with a community's key")
                    @Nullable
                    String sender) {
        Viewer viewer = viewer();
        return once.perform(
                MessageDetails.class,
                () -> changes.draft(viewer, messageId, sender),
                (tx, draft) -> changes.delete(tx, viewer, draft));
    }

    @DELETE
    @Path("/reactions/{emoji}")
    @Needs(level = Level.MEMBER, permission = REACT_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Delete reaction success.")
    @Operation(operationId = "unreactMessage", summary = "Take back a reaction to a message")
    public Uni<MessageDetails> unreact(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182951") String messageId,
            @Size(max = 100) @Parameter(description = "The emoji's shortcode", example = ":tada:") String emoji,
            @QueryParam("sender")
                    @Size(max = 254)
                    @Parameter(description = "Whose reaction it is; required with a community's key")
                    @Nullable
                    String sender) {
        Viewer viewer = viewer();
        return once.perform(
                MessageDetails.class,
                () -> changes.draft(viewer, messageId, sender),
                (tx, draft) -> changes.unreact(tx, viewer, draft, emoji));
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
