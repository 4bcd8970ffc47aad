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
import dev.regulars.web.page.WholeNumber;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/communities/{communityId}/channels/{channelId}/messages")
@Tag(ref = "Messages")
class MessageHistoryResource {

    private static final int LIMIT = 50;

    private final MessageReads messages;
    private final Caller caller;

    MessageHistoryResource(MessageReads messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = GET_MESSAGES, userKey = READ_OWN_MESSAGES)
    @Says("Get messages success.")
    @Operation(
            operationId = "getChannelMessages",
            summary = "Read a channel in its order: what is newer than a place, edits and deletions included")
    public Uni<List<MessageDetails>> since(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182941") String channelId,
            @QueryParam("since")
                    @Pattern(regexp = "[0-9]{1,15}|[0-8][0-9]{15}", message = "must be a seq")
                    @Parameter(description = "The last `seq` that was seen; from the beginning where it is absent")
                    @Nullable
                    String since,
            @QueryParam("limit")
                    @WholeNumber(min = 1, max = 200)
                    @Parameter(
                            description = "How many at most",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
                    @Nullable
                    String limit) {
        return messages.since(
                viewer(),
                channelId,
                since == null ? 0 : Long.parseLong(since),
                limit == null ? LIMIT : Integer.parseInt(limit));
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
