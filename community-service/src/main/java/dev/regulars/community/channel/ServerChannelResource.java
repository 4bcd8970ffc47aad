package dev.regulars.community.channel;

import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

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

@Path("/system/servers/{communityId}/channels")
@Tag(ref = "Channels")
class ServerChannelResource {

    private final Channels channels;
    private final Once once;

    ServerChannelResource(Channels channels, Once once) {
        this.channels = channels;
        this.once = once;
    }

    @GET
    @Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_CHANNELS)
    @Says("Channels fetched successfully")
    @Operation(operationId = "listServerChannels", summary = "List the channels of a community")
    public Uni<List<ChannelView>> list() {
        return once.read(channels::views);
    }
}
