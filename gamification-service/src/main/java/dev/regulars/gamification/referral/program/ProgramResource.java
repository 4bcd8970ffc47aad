package dev.regulars.gamification.referral.program;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.referral.program.ProgramRequests.ProgramBody;
import dev.regulars.gamification.referral.program.ProgramRequests.ProgramPatch;
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

@Path("/application/referrals/programs")
@Needs(level = Level.ADMIN, permission = Permission.LEDGER)
@Tag(name = "Referrals", description = "Who brought whom, and what came of it")
class ProgramResource {

    private final Programs programs;
    private final Once once;

    ProgramResource(Programs programs, Once once) {
        this.programs = programs;
        this.once = once;
    }

    @GET
    @Says("Read programs success.")
    @Operation(operationId = "listReferralPrograms", summary = "List the referral programs, the oldest first")
    public Uni<Page<ProgramView>> list(@Valid @BeanParam ByCursor page) {
        return once.read(tx -> programs.list(tx, page.request()));
    }

    @POST
    @ResponseStatus(201)
    @Says("Create program success.")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 50 programs")
    @Operation(operationId = "createReferralProgram", summary = "Create a referral program")
    public Uni<ProgramView> create(@Valid @NotNull ProgramBody program) {
        return once.perform(ProgramView.class, tx -> programs.create(tx, program));
    }

    @GET
    @Path("/{id}")
    @Says("Read program success.")
    @Operation(operationId = "getReferralProgram", summary = "Read a referral program")
    public Uni<ProgramView> get(@ObjectId String id) {
        return once.read(tx -> programs.get(tx, id));
    }

    @PATCH
    @Path("/{id}")
    @Says("Update program success.")
    @Operation(
            operationId = "updateReferralProgram",
            summary = "Change a referral program; a stage of the same name stays completed where it was")
    public Uni<ProgramView> update(@ObjectId String id, @Valid @NotNull ProgramPatch program) {
        return once.perform(ProgramView.class, tx -> programs.update(tx, id, program));
    }

    @DELETE
    @Path("/{id}")
    @Says("Delete program success.")
    @Operation(operationId = "deleteReferralProgram", summary = "Delete a referral program; what it paid stays paid")
    public Uni<ProgramView> delete(@ObjectId String id) {
        return once.perform(ProgramView.class, tx -> programs.delete(tx, id));
    }
}
