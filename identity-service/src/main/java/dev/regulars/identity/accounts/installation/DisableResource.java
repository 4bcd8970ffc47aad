package dev.regulars.identity.accounts.installation;

import static dev.regulars.identity.IdentityError.ADMIN_STAYS;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.PATH;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/users/{userId}")
@Tag(name = "Installation", description = "What only the admin of the installation may do")
class DisableResource {

    private static final String ID = "[0-9a-fA-F]{24}";
    private static final String ID_SHAPE = "must be 24 hex digits";
    private static final String USER = "66b1f15ea4d3e5f60718293d";

    /** Kept with the account, for whoever asks later. */
    @Schema(examples = """
            {"reason": "Sells points outside"}""")
    record DisableReason(
            @Schema(description = "Kept with the account")
            @NotBlank
            @Size(max = 500, message = "must be at most 500 characters")
            String reason) {}

    /** What becomes of whom. */
    private record Shutting(String userId, String reason) {}

    /** Whether the account is shut now. */
    @Schema(examples = """
            {"disabled": true}""")
    record DisabledView(
            @Schema(description = "Whether the account is disabled now")
            boolean disabled) {}

    private final AccountStatus accounts;
    private final Once once;
    private final Caller caller;

    DisableResource(AccountStatus accounts, Once once, Caller caller) {
        this.accounts = accounts;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/disable")
    @Needs(installationAdmin = true)
    @Operation(
            operationId = "disableUser",
            summary = "Disable a user: sessions and keys end within a second, everywhere")
    @Parameter(name = "userId", in = PATH, description = "_id of the user", example = USER)
    @Says("Disable user success.")
    @Refuses(kind = CONFLICT, when = "It is the caller's own account")
    public Uni<ApplicationReply<DisabledView>> disable(
            @PathParam("userId") @Pattern(regexp = ID, message = ID_SHAPE) String userId,
            @Valid @NotNull DisableReason why,
            @HeaderParam(Once.HEADER) @Nullable String key,
            @Context HttpServerResponse answer) {
        String by = caller.accountId();
        if (by.equals(userId)) {
            throw ADMIN_STAYS.because("nobody could undo it");
        }
        var call = new Call(Call.NONE, by, "disable user", key, new Shutting(userId, why.reason()));
        return once.perform(call, DisabledView.class, tx -> accounts.disable(tx, userId, by, why.reason())
                        .replaceWith(new DisabledView(true)))
                .invoke(done ->
                        answer.putHeader(GatewayHeaders.CALLER_CHANGED, CallerChanged.tag(Scope.ACCOUNT, null, userId)))
                .map(done -> ApplicationReply.ok("Disable user success.", done));
    }

    @POST
    @Path("/enable")
    @Needs(installationAdmin = true)
    @Operation(operationId = "enableUser", summary = "Enable a user again; keys are good again, sessions are not")
    @Parameter(name = "userId", in = PATH, description = "_id of the user", example = USER)
    @Says("Enable user success.")
    @Shows("""
            {"disabled": false}""")
    public Uni<ApplicationReply<DisabledView>> enable(
            @PathParam("userId") @Pattern(regexp = ID, message = ID_SHAPE) String userId,
            @Valid @NotNull DisableReason why,
            @HeaderParam(Once.HEADER) @Nullable String key) {
        var call = new Call(Call.NONE, caller.accountId(), "enable user", key, new Shutting(userId, why.reason()));
        return once.perform(call, DisabledView.class, tx -> accounts.enable(tx, userId)
                        .replaceWith(new DisabledView(false)))
                .map(done -> ApplicationReply.ok("Enable user success.", done));
    }
}
