package dev.regulars.identity.accounts.secondfactor;

import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;
import static dev.regulars.web.refusal.Kind.FACTOR_WRONG;
import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.identity.accounts.account.SecondFactor;
import dev.regulars.identity.accounts.password.PasswordConfirmation;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/me/second-factor")
@Tag(ref = "Accounts")
class SecondFactorResource {

    /** The password once more, and the mailed code where one is asked for. */
    @Schema(examples = """
            {"password": "@Password123", "code": "123456"}""")
    record SecondFactorRequest(
            @Schema(description = "The caller's password again")
            @NotBlank
            @Size(max = Passwords.LONGEST_TEXT, message = "must be at most 128 characters")
            String password,

            @Schema(description = "From the mail; needed to switch it off") @Nullable
            String code) {

        @Override
        public String toString() {
            return "Shown";
        }
    }

    private final SecondFactors factors;
    private final PasswordConfirmation passwords;
    private final Caller caller;

    SecondFactorResource(SecondFactors factors, PasswordConfirmation passwords, Caller caller) {
        this.factors = factors;
        this.passwords = passwords;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.APPLICATION)
    @Operation(summary = "Have a mailed code asked for at every login")
    @Says("Enable second factor success.")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("A repeat changes nothing")
    public Uni<ApplicationReply<SecondFactor>> enable(@Valid @NotNull SecondFactorRequest shown) {
        String account = caller.accountId();
        return passwords
                .confirm(account, "password", shown.password())
                .chain(factors::turnOn)
                .map(state -> ApplicationReply.ok("Enable second factor success.", state));
    }

    @DELETE
    @Needs(level = Level.APPLICATION)
    @Operation(
            summary = "Have no code asked for any more",
            description = "Takes a mailed code, as a login does: without one, it is mailed.")
    @Says("Disable second factor success.")
    @Shows("{\"enabled\": false}")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required")
    @Refuses(kind = FACTOR_WRONG, when = "The code is wrong")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("A repeat changes nothing")
    public Uni<ApplicationReply<SecondFactor>> disable(@Valid @NotNull SecondFactorRequest shown) {
        String account = caller.accountId();
        return passwords
                .confirm(account, "password", shown.password())
                .chain(confirmed -> factors.turnOff(confirmed, shown.code()))
                .map(state -> ApplicationReply.ok("Disable second factor success.", state));
    }
}
