package dev.regulars.identity.accounts.installation;

import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/users/{userId}")
@Tag(name = "Installation", description = "For the installation admin only")
class DisableResource {

    /** Stored with the account. */
    @Schema(examples = """
            {"reason": "Sells points outside"}""")
    record DisableReason(
            @Schema(description = "Kept with the account") @NotBlank @Size(max = 500) @DisplayText
            String reason) {}

    /** Whether the account is disabled now. */
    @Schema(examples = """
            {"disabled": true}""")
    record DisabledView(
            @Schema(description = "Whether the account is disabled now")
            boolean disabled) {}

    private final AccountStatus accounts;
    private final Once once;

    DisableResource(AccountStatus accounts, Once once) {
        this.accounts = accounts;
        this.once = once;
    }

    @POST
    @Path("/disable")
    @Needs(installationAdmin = true)
    @Says("Disable user success.")
    @Operation(
            operationId = "disableUser",
            summary = "Disable a user. Sessions and keys end within a second, everywhere")
    @Refuses(kind = CONFLICT, when = "It is the caller's own account")
    public Uni<DisabledView> disable(@ObjectId String userId, @Valid @NotNull DisableReason why) {
        return once.perform(DisabledView.class, tx -> accounts.disable(tx, userId, why.reason())
                .replaceWith(new DisabledView(true)));
    }

    @POST
    @Path("/enable")
    @Needs(installationAdmin = true)
    @Says("Enable user success.")
    @Operation(operationId = "enableUser", summary = "Enable a user again. Keys work again, ended sessions do not")
    @Shows("""
            {"disabled": false}""")
    public Uni<DisabledView> enable(@ObjectId String userId, @Valid @NotNull DisableReason why) {
        return once.perform(
                DisabledView.class, tx -> accounts.enable(tx, userId).replaceWith(new DisabledView(false)));
    }
}
