package dev.regulars.community.channel;

import static dev.regulars.web.caller.Permission.GET_CHANNELS;

import dev.regulars.eventing.once.Once;
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
    private final Once once;

    ChannelListResource(Channels channels, Once once) {
        this.channels = channels;
        this.once = once;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = GET_CHANNELS)
    @Says("")
    @Operation(operationId = "getChannels", summary = "List channels")
    public Uni<List<ChannelView.Listed>> list() {
        return once.read(channels::list);
    }
}
