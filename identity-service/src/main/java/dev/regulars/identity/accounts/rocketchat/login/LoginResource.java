package dev.regulars.identity.accounts.rocketchat.login;

import static dev.regulars.web.caller.CallerKind.SSO;
import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;
import static dev.regulars.web.refusal.Kind.LOGIN_REFUSED;
import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.session.Sessions.RevokedView;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/rocketchat")
@Tag(name = "Rocket.Chat", description = "Operations in the form of Rocket.Chat's API")
class LoginResource {

    /** The answer to a logout. */
    @Schema(examples = """
            {"status": "success", "data": {"message": "You've been logged out!"}}""")
    record LoggedOut(@Schema(description = "`success`") String status, Farewell data) {

        /** In words. */
        record Farewell(String message) {}

        static LoggedOut farewell() {
            return new LoggedOut("success", new Farewell("You've been logged out!"));
        }
    }

    private final RocketChatLogins logins;
    private final Sessions sessions;
    private final Once once;

    LoginResource(RocketChatLogins logins, Sessions sessions, Once once) {
        this.logins = logins;
        this.sessions = sessions;
        this.once = once;
    }

    @POST
    @Path("/login")
    @Public
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @APIResponseSchema(LoggedIn.class)
    @Operation(operationId = "loginRocketChat", summary = "Log in with a password, its digest, or an earlier token")
    @Refuses(kind = LOGIN_REFUSED, when = "The password is wrong, or the user unknown")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required (`totp-required`), or wrong (`totp-invalid`)")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("Each login begins another session")
    public Uni<RestResponse<?>> login(
            @Valid @NotNull RocketChatLogin login,
            @HeaderParam("x-2fa-code") @Nullable @Parameter(description = "Mailed code of the second factor")
                    String code,
            @Context HttpServerRequest call) {
        return logins.login(login, code == null ? null : new Secret(code), ClientAddress.of(call))
                .<RestResponse<?>>map(RestResponse::ok)
                .onFailure(SecondFactorAsked::isOne)
                .recoverWithItem(
                        asked -> SecondFactorAsked.answer(asked, login.name().text()));
    }

    @POST
    @Path("/logout")
    @Needs(level = APPLICATION, kinds = SSO)
    @Operation(operationId = "logoutRocketChat", summary = "End the session of the token")
    @IgnoresIdempotencyKey("A repeat has no session any more")
    public Uni<LoggedOut> logout() {
        return end();
    }

    @GET
    @Path("/logout")
    @Needs(level = APPLICATION, kinds = SSO)
    @Operation(operationId = "logoutRocketChatByGet", summary = "End the session of the token")
    public Uni<LoggedOut> logoutByGet() {
        return end();
    }

    private Uni<LoggedOut> end() {
        return once.perform(RevokedView.class, sessions::logOut).replaceWith(LoggedOut::farewell);
    }
}
