package dev.regulars.community.channel;

import static dev.regulars.web.permission.RolePermission.MANAGE_CHANNELS;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Deleted;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/channels")
@Needs(level = Level.ADMIN, systemKey = true, role = MANAGE_CHANNELS)
@Tag(name = "Channels", description = "Where the members of a community write")
class ChannelResource {

    private final Channels channels;
    private final Once once;

    ChannelResource(Channels channels, Once once) {
        this.channels = channels;
        this.once = once;
    }

    @POST
    @Says("Channel has been created successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 500 channels")
    @Operation(summary = "Create a channel")
    public Uni<ChannelView> create(@Valid @NotNull ChannelBody channel) {
        return once.together(ChannelView.class, tx -> channels.create(tx, channel));
    }

    @PUT
    @Path("/{channelId}")
    @Says("Channel has been updated successfully")
    @Operation(summary = "Update a channel")
    public Uni<ChannelView> update(@ObjectId String channelId, @Valid @NotNull ChannelBody channel) {
        return once.together(ChannelView.class, tx -> channels.update(tx, channelId, channel));
    }

    @DELETE
    @Path("/{channelId}")
    @Says("Channel has been deleted successfully")
    @Operation(summary = "Delete a channel")
    public Uni<Deleted> delete(@ObjectId String channelId) {
        return once.together(Deleted.class, tx -> channels.delete(tx, channelId));
    }

    @GET
    @Says("Channels fetched successfully")
    @Operation(summary = "List the channels of the caller's community")
    public Uni<List<ChannelView>> list() {
        return once.read(channels::views);
    }
}
