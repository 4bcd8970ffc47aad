package dev.regulars.community.sanction;

import static dev.regulars.web.permission.RolePermission.BAN_MEMBERS;
import static dev.regulars.web.permission.RolePermission.SUSPEND_MEMBERS;
import static dev.regulars.web.permission.RolePermission.WARN_MEMBERS;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/communities/{communityId}/sanctions")
@Needs(
        level = Level.ADMIN,
        permission = Permission.MEMBERS,
        role = {WARN_MEMBERS, SUSPEND_MEMBERS, BAN_MEMBERS})
@Tag(name = "Sanctions", description = "Warnings, suspensions and bans")
class SanctionResource {

    /** Why a sanction is lifted. */
    @Schema(examples = """
            {"reason": "A misunderstanding"}""")
    record LiftedSanction(
            @Schema(description = "Kept with the sanction") @NotBlank @DisplayText @Size(max = 1_000)
            String reason) {}

    private final Sanctions sanctions;
    private final Once once;

    SanctionResource(Sanctions sanctions, Once once) {
        this.sanctions = sanctions;
        this.once = once;
    }

    @GET
    @Says("Get sanctions success.")
    @Operation(summary = "List sanctions, the newest first")
    public Uni<Page<SanctionView>> list(@Valid @BeanParam ByCursor page) {
        return once.read(tx -> sanctions.page(tx, page.request()));
    }

    @POST
    @ResponseStatus(201)
    @Says("Create sanction success.")
    @Refuses(kind = Kind.CONFLICT, when = "The user owns the community")
    @Operation(summary = "Warn, suspend or ban a member")
    public Uni<SanctionView> create(@Valid @NotNull NewSanction sanction) {
        return once.together(SanctionView.class, tx -> sanctions.impose(tx, sanction));
    }

    @POST
    @Path("/{sanctionId}/lift")
    @Says("Lift sanction success.")
    @Refuses(kind = Kind.CONFLICT, when = "The sanction was lifted before")
    @Operation(summary = "Lift a sanction")
    public Uni<SanctionView> lift(@ObjectId String sanctionId, @Valid @NotNull LiftedSanction lift) {
        return once.together(SanctionView.class, tx -> sanctions.lift(tx, sanctionId, lift.reason()));
    }
}
