package dev.regulars.community.channel;

import static dev.regulars.web.caller.Permission.GET_CHANNELS;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/channels")
@Tag(ref = "Channels")
class ChannelListResource {

    private final Channels channels;
    private final Caller caller;

    ChannelListResource(Channels channels, Caller caller) {
        this.channels = channels;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = GET_CHANNELS)
    @Says("Channels fetched successfully")
    @Operation(operationId = "getChannels", summary = "List channels")
    public Uni<List<ChannelView.Listed>> list() {
        return channels.list(caller.community());
    }
}
