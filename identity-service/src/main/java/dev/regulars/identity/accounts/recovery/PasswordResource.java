package dev.regulars.identity.accounts.recovery;

import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/me/password")
@Tag(ref = "Accounts")
class PasswordResource {

    /** The current password, and the one to replace it. */
    @Schema(examples = """
            {"currentPassword": "@Password123", "password": "@Password456"}""")
    record ChangePasswordRequest(
            @Schema(description = "The password until now")
            @NotBlank
            @Size(max = Passwords.LONGEST_TEXT, message = "must be at most 128 characters")
            Secret currentPassword,

            @Schema(description = "The new password: 8 to 128 characters, none of the most common ones")
            @NotNull
            @NewPassword
            Secret password) {}

    private final PasswordRecovery recovery;
    private final Once once;

    PasswordResource(PasswordRecovery recovery, Once once) {
        this.recovery = recovery;
        this.once = once;
    }

    @PUT
    @Needs(level = APPLICATION)
    @Says("Update password success.")
    @Operation(operationId = "changePassword", summary = "Change one's password. Ends all other sessions")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    public Uni<Nothing> change(@Valid @NotNull ChangePasswordRequest passwords) {
        return once.perform(tx -> recovery.change(tx, passwords.currentPassword(), passwords.password()));
    }
}
