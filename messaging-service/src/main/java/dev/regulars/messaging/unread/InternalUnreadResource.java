package dev.regulars.messaging.unread;

import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/unread")
class InternalUnreadResource {

    /** Channels of one or several communities of an account. */
    record UnreadRequest(
            @NotNull @ObjectId String accountId,
            @NotNull @Size(max = 500) List<@NotNull @ObjectId String> channelIds) {}

    /** By channel, counted to 999. */
    record UnreadAnswer(Map<String, Long> unread) {}

    private final UnreadChannels unread;

    InternalUnreadResource(UnreadChannels unread) {
        this.unread = unread;
    }

    @POST
    @Needs(service = true)
    @IgnoresIdempotencyKey("It only reads")
    @Operation(summary = "Count what an account has not read in some channels")
    public Uni<UnreadAnswer> count(@Valid @NotNull UnreadRequest request) {
        return unread.ofAnyCommunity(request.accountId(), request.channelIds()).map(UnreadAnswer::new);
    }
}
