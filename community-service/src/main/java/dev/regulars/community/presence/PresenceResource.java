package dev.regulars.community.presence;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/presence")
@Tag(ref = "Members")
class PresenceResource {

    /**
     * What a heartbeat did.
     *
     * @param nextInSeconds when the next one should come
     */
    @Schema(examples = """
            {"isOnline": true, "nextInSeconds": 30}""")
    record PresenceView(
            @Schema(description = "Always true: the caller is here")
            boolean isOnline,

            @Schema(description = "When to send the next heartbeat")
            long nextInSeconds) {}

    private final Heartbeats heartbeats;
    private final PresenceConfig config;
    private final Caller caller;

    PresenceResource(Heartbeats heartbeats, PresenceConfig config, Caller caller) {
        this.heartbeats = heartbeats;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.MEMBER, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Update presence success.")
    @Operation(operationId = "sendHeartbeat", summary = "Say that one is here")
    public Uni<PresenceView> beat() {
        heartbeats.add(caller.community(), caller.accountId());
        return Uni.createFrom()
                .item(new PresenceView(true, config.heartbeatEvery().toSeconds()));
    }
}
