package dev.regulars.identity.accounts.recovery;

import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.family.ApplicationReply.Nothing;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/me/password")
@Tag(ref = "Accounts")
class PasswordResource {

    /** The password there is, and the one that is to be. */
    @Schema(examples = """
            {"currentPassword": "@Password123", "password": "@Password456"}""")
    record ChangePasswordRequest(
            @Schema(description = "The password until now")
            @NotBlank
            @Size(max = Passwords.LONGEST_TEXT, message = "must be at most 128 characters")
            String currentPassword,

            @NotNull
            @NewPassword
            @Schema(
                    description = "The new password: 8 to 128 characters, none of the most common ones",
                    minLength = 8,
                    maxLength = 128)
            String password) {

        @Override
        public String toString() {
            return "Change";
        }
    }

    private final PasswordRecovery recovery;
    private final Once once;
    private final Caller caller;

    PasswordResource(PasswordRecovery recovery, Once once, Caller caller) {
        this.recovery = recovery;
        this.once = once;
        this.caller = caller;
    }

    @PUT
    @Needs(level = Level.APPLICATION)
    @Operation(operationId = "changePassword", summary = "Change one's password; ends all other sessions")
    @Says("Update password success.")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    public Uni<ApplicationReply<Nothing>> change(
            @Valid @NotNull ChangePasswordRequest passwords,
            @HeaderParam(Once.HEADER) @Nullable String key,
            @Context HttpServerResponse answer) {
        String account = caller.accountId();
        String session = caller.credential();
        var call = new Call(Call.NONE, account, "change password", key, "");
        return once.perform(
                        call,
                        Nothing.class,
                        tx -> recovery.change(tx, account, session, passwords.currentPassword(), passwords.password()))
                .invoke(() -> answer.putHeader(
                        GatewayHeaders.CALLER_CHANGED, CallerChanged.tag(Scope.ACCOUNT, null, account)))
                .map(done -> ApplicationReply.ok("Update password success.", done));
    }
}
