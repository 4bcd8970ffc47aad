package dev.regulars.rewards.status;

import static dev.regulars.web.caller.Permission.REDEMPTION;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
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
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/integration/redemption-statuses")
@Tag(name = "Redemptions", description = "What members bought, and what became of it")
class StatusResource {

    private final Statuses statuses;
    private final Once once;
    private final Caller caller;

    StatusResource(Statuses statuses, Once once, Caller caller) {
        this.statuses = statuses;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("")
    @Operation(operationId = "listRedemptionStatuses", summary = "List the redemption statuses, the oldest first")
    public Uni<List<StatusView>> list() {
        return statuses.list(caller.community());
    }

    @GET
    @Path("/{statusId}")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("")
    @Operation(operationId = "readRedemptionStatus", summary = "Get a redemption status")
    public Uni<StatusView> read(@ObjectId String statusId) {
        return statuses.read(caller.community(), statusId);
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("Redemption status created successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 50 statuses")
    @Operation(operationId = "createRedemptionStatus", summary = "Create a redemption status")
    public Uni<StatusView> create(@Valid @NotNull StatusBody status) {
        return once.perform(StatusView.class, tx -> statuses.create(tx, status));
    }

    @PUT
    @Path("/{statusId}")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("Redemption status updated successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The category changes, and an order has had the status")
    @Operation(operationId = "updateRedemptionStatus", summary = "Update a redemption status")
    public Uni<StatusView> update(@ObjectId String statusId, @Valid @NotNull StatusBody status) {
        return once.perform(StatusView.class, tx -> statuses.update(tx, statusId, status));
    }

    @DELETE
    @Path("/{statusId}")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("Redemption status deleted successfully")
    @Refuses(kind = Kind.CONFLICT, when = "An order has had the status, or new orders get it")
    @Operation(operationId = "deleteRedemptionStatus", summary = "Delete a redemption status")
    public Uni<StatusView> delete(@ObjectId String statusId) {
        return once.perform(StatusView.class, tx -> statuses.delete(tx, statusId));
    }
}
