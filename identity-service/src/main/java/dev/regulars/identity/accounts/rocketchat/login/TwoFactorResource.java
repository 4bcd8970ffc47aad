package dev.regulars.identity.accounts.rocketchat.login;

import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;

import dev.regulars.identity.accounts.emailsecondfactor.SecondFactors;
import dev.regulars.identity.accounts.rocketchat.user.ChatUsers;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/rocketchat")
@Tag(ref = "Rocket.Chat")
class TwoFactorResource {

    /** The mailed code. */
    @Schema(examples = """
            {"code": "123456"}""")
    record CodeRequest(
            @Schema(description = "From the mail; or in the header `x-2fa-code`") @Nullable
            Secret code) {}

    /** It is done. */
    @Schema(examples = """
            {"success": true}""")
    record Succeeded(boolean success) {}

    private final SecondFactors factors;
    private final Caller caller;
    private final ChatUsers users;

    TwoFactorResource(SecondFactors factors, Caller caller, ChatUsers users) {
        this.factors = factors;
        this.caller = caller;
        this.users = users;
    }

    @POST
    @Path("/users.2fa.enableEmail")
    @Needs(level = APPLICATION)
    @Operation(operationId = "enableEmailTwoFactor", summary = "Enable two-factor login by e-mail")
    @IgnoresIdempotencyKey("A repeat changes nothing")
    public Uni<Succeeded> enable() {
        return users.account(caller.accountId()).chain(factors::turnOn).replaceWith(new Succeeded(true));
    }

    @POST
    @Path("/users.2fa.disableEmail")
    @Needs(level = APPLICATION)
    @Shows("{\"success\": true}")
    @Operation(
            operationId = "disableEmailTwoFactor",
            summary = "Disable two-factor login by e-mail",
            description = "Takes a mailed code, as a login does. Without one, a code is mailed.")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required (`totp-required`), or wrong (`totp-invalid`)")
    @IgnoresIdempotencyKey("A repeat changes nothing")
    public Uni<RestResponse<?>> disable(
            @HeaderParam("x-2fa-code") @Nullable @Parameter(description = "Mailed code of the second factor")
                    String code,
            @RequestBody(required = false) @Valid @Nullable CodeRequest request) {
        Secret inBody = request == null ? null : request.code();
        return users.account(caller.accountId())
                .chain(account -> factors.turnOff(account, code == null ? inBody : new Secret(code))
                        .<RestResponse<?>>map(done -> RestResponse.ok(new Succeeded(true)))
                        .onFailure(SecondFactorAsked::isOne)
                        .recoverWithItem(asked -> SecondFactorAsked.answer(asked, account.username)));
    }
}
