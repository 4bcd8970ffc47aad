package dev.regulars.messaging.unread;

import static dev.regulars.web.caller.Permission.READ_OWN_MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}")
@Tag(ref = "Messages")
class UnreadResource {

    private static final long HIGHEST = 1L << 53;

    /** How far a channel was read. */
    @Schema(examples = """
            {"seq": 1099511627776}""")
    record ReadRequest(
            @Schema(description = "The `seq` of the last message that was read") @NotNull @Min(0) @Max(HIGHEST)
            Long seq) {}

    private final UnreadChannels unread;
    private final Once once;
    private final Caller caller;

    UnreadResource(UnreadChannels unread, Once once, Caller caller) {
        this.unread = unread;
        this.once = once;
        this.caller = caller;
    }

    @PUT
    @Path("/channels/{channelId}/read")
    @Needs(level = Level.MEMBER, userKey = READ_OWN_MESSAGES)
    @Says("Read channel success.")
    @Operation(operationId = "readChannel", summary = "Note how far one has read a channel; it never goes back")
    public Uni<UnreadView> read(
            @ObjectId @Parameter(example = "66b1f2c3a4d3e5f607182941") String channelId,
            @Valid @NotNull ReadRequest request) {
        Viewer viewer = viewer();
        return once.perform(UnreadView.class, tx -> unread.read(tx, viewer, channelId, request.seq()));
    }

    @GET
    @Path("/unread")
    @Needs(level = Level.MEMBER, userKey = READ_OWN_MESSAGES)
    @Says("Get unread success.")
    @Operation(operationId = "getUnread", summary = "Count what one has not read in each channel")
    public Uni<List<UnreadView>> list() {
        return unread.list(viewer());
    }

    private Viewer viewer() {
        return new Viewer(caller.community(), requireNonNull(caller.actor()), caller.level(), caller.channels());
    }
}
