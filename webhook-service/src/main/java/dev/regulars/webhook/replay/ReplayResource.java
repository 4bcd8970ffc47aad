package dev.regulars.webhook.replay;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/webhooks/{id}/replays")
@Tag(name = "Webhooks")
class ReplayResource {

    private static final String ID = "`_id` of the webhook";
    private static final String REPLAY = "`_id` of the replay";

    private final Replays replays;
    private final Once once;
    private final Caller caller;

    ReplayResource(Replays replays, Once once, Caller caller) {
        this.replays = replays;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Create replay success.")
    @Operation(
            operationId = "createWebhookReplay",
            summary = "Send a range of deliveries again, each exactly once more")
    public Uni<ReplayView> create(@Parameter(description = ID) @ObjectId String id, @Valid @NotNull NewReplay replay) {
        return once.perform(ReplayView.class, tx -> replays.begin(tx, id, replay));
    }

    @GET
    @Path("/{replayId}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Read replay success.")
    @Operation(operationId = "getWebhookReplay", summary = "Get the progress of a replay")
    public Uni<ReplayView> read(
            @Parameter(description = ID) @ObjectId String id,
            @Parameter(description = REPLAY) @ObjectId String replayId) {
        return replays.byId(caller.community(), id, replayId);
    }

    @DELETE
    @Path("/{replayId}")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Cancel replay success.")
    @Operation(
            operationId = "cancelWebhookReplay",
            summary = "Cancel a replay. Deliveries that are open already are sent")
    public Uni<ReplayView> cancel(
            @Parameter(description = ID) @ObjectId String id,
            @Parameter(description = REPLAY) @ObjectId String replayId) {
        return once.perform(ReplayView.class, tx -> replays.cancel(tx, id, replayId));
    }
}
