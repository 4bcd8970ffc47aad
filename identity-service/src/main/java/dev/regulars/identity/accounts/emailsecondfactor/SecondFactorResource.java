package dev.regulars.identity.accounts.emailsecondfactor;

import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;
import static dev.regulars.web.refusal.Kind.FACTOR_WRONG;
import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.identity.accounts.account.SecondFactor;
import dev.regulars.identity.accounts.password.PasswordConfirmation;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.value.Secret;
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

    /** The current password, and the mailed code where one is required. */
    @Schema(examples = """
            {"password": "@Password123", "code": "123456"}""")
    record SecondFactorRequest(
            @Schema(description = "The caller's password again")
            @NotBlank
            @Size(max = Passwords.LONGEST_TEXT, message = "must be at most 128 characters")
            Secret password,

            @Schema(description = "From the mail; needed to switch it off") @Nullable
            Secret code) {}

    private final SecondFactors factors;
    private final PasswordConfirmation passwords;
    private final Caller caller;

    SecondFactorResource(SecondFactors factors, PasswordConfirmation passwords, Caller caller) {
        this.factors = factors;
        this.passwords = passwords;
        this.caller = caller;
    }

    @POST
    @Needs(level = APPLICATION)
    @Says("Enable second factor success.")
    @Operation(operationId = "enableSecondFactor", summary = "Enable two-factor login by e-mail")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("A repeat changes nothing")
    public Uni<SecondFactor> enable(@Valid @NotNull SecondFactorRequest request) {
        return passwords
                .confirm(caller.accountId(), "password", request.password())
                .chain(factors::turnOn);
    }

    @DELETE
    @Needs(level = APPLICATION)
    @Says("Disable second factor success.")
    @Operation(
            operationId = "disableSecondFactor",
            summary = "Disable two-factor login by e-mail",
            description = "Takes a mailed code, as a login does. Without one, a code is mailed.")
    @Shows("{\"enabled\": false}")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required")
    @Refuses(kind = FACTOR_WRONG, when = "The code is wrong")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("A repeat changes nothing")
    public Uni<SecondFactor> disable(@Valid @NotNull SecondFactorRequest request) {
        return passwords
                .confirm(caller.accountId(), "password", request.password())
                .chain(account -> factors.turnOff(account, request.code()));
    }
}
