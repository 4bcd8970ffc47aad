package dev.regulars.messaging.message.reading;

import static dev.regulars.web.caller.Permission.GET_MESSAGES;
import static dev.regulars.web.caller.Permission.READ_OWN_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/messages")
@Tag(ref = "Messages")
class ReadMessageResource {

    private final MessageReads messages;
    private final Caller caller;

    ReadMessageResource(MessageReads messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = GET_MESSAGES, userKey = READ_OWN_MESSAGES)
    @Says("messages fetched successfully")
    @Operation(operationId = "getMessages", summary = "List messages of the channels that one sees, the newest first")
    public Uni<MessageList> list(@Valid @BeanParam MessageFilter filter) {
        var viewer = new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
        return messages.list(viewer, filter);
    }
}
