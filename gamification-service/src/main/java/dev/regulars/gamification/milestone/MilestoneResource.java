package dev.regulars.gamification.milestone;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.milestone.MilestoneRequests.MilestoneBody;
import dev.regulars.gamification.milestone.MilestoneRequests.MilestonePatch;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/milestones")
@Needs(level = Level.ADMIN, permission = Permission.LEDGER)
@Tag(name = "Milestones", description = "What members get, once, for having earned so much")
class MilestoneResource {

    private final Milestones milestones;
    private final Once once;

    MilestoneResource(Milestones milestones, Once once) {
        this.milestones = milestones;
        this.once = once;
    }

    @GET
    @Says("Read milestones success.")
    @Operation(operationId = "listMilestones", summary = "List the milestones of a community, the oldest first")
    public Uni<Page<MilestoneView>> list(@Valid @BeanParam ByCursor page) {
        return once.read(tx -> milestones.list(tx, page.request()));
    }

    @POST
    @ResponseStatus(201)
    @Says("Create milestone success.")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 100 milestones")
    @Operation(
            operationId = "createMilestone",
            summary = "Create a milestone; members who have reached it already are paid, too")
    public Uni<MilestoneView> create(@Valid @NotNull MilestoneBody milestone) {
        return once.perform(MilestoneView.class, tx -> milestones.create(tx, milestone));
    }

    @GET
    @Path("/{id}")
    @Says("Read milestone success.")
    @Operation(operationId = "getMilestone", summary = "Read a milestone")
    public Uni<MilestoneView> get(@ObjectId String id) {
        return once.read(tx -> milestones.get(tx, id));
    }

    @PATCH
    @Path("/{id}")
    @Says("Update milestone success.")
    @Operation(
            operationId = "updateMilestone",
            summary = "Change a milestone; who has reached it has reached it, and is not paid again")
    public Uni<MilestoneView> update(@ObjectId String id, @Valid @NotNull MilestonePatch milestone) {
        return once.perform(MilestoneView.class, tx -> milestones.update(tx, id, milestone));
    }

    @DELETE
    @Path("/{id}")
    @Says("Delete milestone success.")
    @Operation(operationId = "deleteMilestone", summary = "Delete a milestone; what members got stays theirs")
    public Uni<MilestoneView> delete(@ObjectId String id) {
        return once.perform(MilestoneView.class, tx -> milestones.delete(tx, id));
    }
}
