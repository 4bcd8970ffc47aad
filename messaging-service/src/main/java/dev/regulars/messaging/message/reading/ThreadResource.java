package dev.regulars.messaging.message.reading;

import static dev.regulars.web.caller.Permission.GET_MESSAGES;
import static dev.regulars.web.caller.Permission.READ_OWN_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.view.MessageDetails;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/messages/{messageId}/thread")
@Tag(ref = "Messages")
class ThreadResource {

    private final MessageReads messages;
    private final Caller caller;

    ThreadResource(MessageReads messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = GET_MESSAGES, userKey = READ_OWN_MESSAGES)
    @Says("Get thread success.")
    @Operation(operationId = "getThread", summary = "Read a message and its replies, the oldest first")
    public Uni<List<MessageDetails>> thread(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182951") String messageId) {
        return messages.thread(viewer(), messageId);
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
