package dev.regulars.messaging.unread;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/unread")
class InternalUnreadResource {

    /** Channels of one member. */
    record UnreadRequest(
            @NotNull @ObjectId String communityId,
            @NotNull @ObjectId String accountId,
            @NotNull @Size(max = 500) List<@NotNull @ObjectId String> channelIds) {}

    /** In the order of the channels' ids. */
    record UnreadAnswer(List<UnreadView> channels) {}

    private final UnreadChannels unread;
    private final Caller caller;

    InternalUnreadResource(UnreadChannels unread, Caller caller) {
        this.unread = unread;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(summary = "Count what a member has not read in some channels")
    public Uni<UnreadAnswer> count(@Valid @NotNull UnreadRequest request) {
        return unread.list(caller.community(request.communityId()), request.accountId(), request.channelIds())
                .map(UnreadAnswer::new);
    }
}
