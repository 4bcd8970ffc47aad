package dev.regulars.messaging.message.sending;

import static dev.regulars.web.caller.Permission.REACT_MESSAGE;
import static dev.regulars.web.caller.Permission.REPLY_MESSAGE;
import static dev.regulars.web.caller.Permission.SEND_MESSAGE;
import static dev.regulars.web.caller.Permission.SEND_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.MessageDocument;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.call.CurrentOperation;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/integration/messages")
@Tag(name = "Messages", description = "What members write in channels")
class SendMessageResource {

    private final Messages messages;
    private final Caller caller;
    private final CurrentOperation current;

    SendMessageResource(Messages messages, Caller caller, CurrentOperation current) {
        this.messages = messages;
        this.caller = caller;
        this.current = current;
    }

    @POST
    @Path("/send")
    @Needs(level = Level.MEMBER, permission = SEND_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Message send successfully")
    @Refuses(kind = Kind.NOT_FOUND, when = "There is no such channel, topic or sender, or the sender does not see it")
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message to a channel. Location has the address of the message")
    public Uni<RestResponse<Nothing>> send(@Valid @NotNull SendMessageRequest message) {
        return messages.send(viewer(), message, current.call().key()).map(SendMessageResource::sent);
    }

    /** The path of the oldest documents (contract §3.3.1). */
    @POST
    @Needs(level = Level.MEMBER, permission = SEND_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Message send successfully")
    @Refuses(kind = Kind.NOT_FOUND, when = "There is no such channel, topic or sender, or the sender does not see it")
    @Operation(operationId = "postMessage", summary = "Send a message to a channel: the older path of `/messages/send`")
    public Uni<RestResponse<Nothing>> post(@Valid @NotNull SendMessageRequest message) {
        return messages.send(viewer(), message, current.call().key()).map(SendMessageResource::sent);
    }

    @POST
    @Path("/reply")
    @Needs(level = Level.MEMBER, permission = REPLY_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Message reply successfully")
    @Refuses(kind = Kind.NOT_FOUND, when = "There is no such message or sender, or the sender does not see it")
    @Operation(operationId = "replyMessage", summary = "Reply to a message")
    public Uni<RestResponse<Nothing>> reply(@Valid @NotNull ReplyMessageRequest reply) {
        return messages.reply(viewer(), reply, current.call().key()).map(SendMessageResource::sent);
    }

    @POST
    @Path("/react")
    @Needs(level = Level.MEMBER, permission = REACT_MESSAGE, userKey = SEND_MESSAGES)
    @Says("Reaction added successfully")
    @Refuses(kind = Kind.NOT_FOUND, when = "There is no such message or sender, or the sender does not see it")
    @Refuses(kind = Kind.CONFLICT, when = "The message has 5,000 reactions")
    @Operation(operationId = "reactMessage", summary = "React to a message; doing so again changes nothing")
    public Uni<Nothing> react(@Valid @NotNull ReactMessageRequest reaction) {
        return messages.react(viewer(), reaction).replaceWith(new Nothing());
    }

    /** The documented bodies have no place for the id. */
    private static RestResponse<Nothing> sent(MessageDocument message) {
        return RestResponse.ResponseBuilder.ok(new Nothing())
                .header(HttpHeaders.LOCATION, "/v1/messages/" + message.id)
                .build();
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
