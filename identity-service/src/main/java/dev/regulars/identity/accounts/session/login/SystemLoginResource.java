package dev.regulars.identity.accounts.session.login;

import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;
import static dev.regulars.web.refusal.Kind.FACTOR_WRONG;
import static dev.regulars.web.refusal.Kind.LOGIN_REFUSED;
import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.identity.accounts.UserView;
import dev.regulars.identity.accounts.session.Sessions.OpenedSession;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/auth/login")
@Tag(ref = "Accounts")
class SystemLoginResource {

    /** The tokens of a new session, and its user (contract §0.6). */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "refreshToken": "c2luZ2xlLXVzZQ",
             "user": {"_id": "66b1f0c2a4d3e5f60718293a", "userId": "42", "username": "ana", "email": "ana@example.com",
                      "firstname": "Ana", "lastname": "Okafor", "displayname": "Ana Okafor"}}""")
    record LoginView(
            @Schema(description = "Access token (JWT) for the Authorization header")
            Secret token,

            @Schema(description = "Gets the next pair of tokens; it can be used once")
            Secret refreshToken,

            @Schema(description = "Who logged in") UserView user) {

        static LoginView of(OpenedSession opened) {
            return new LoginView(
                    opened.token(), opened.refreshToken(), opened.account().view());
        }
    }

    private final Logins logins;

    SystemLoginResource(Logins logins) {
        this.logins = logins;
    }

    @POST
    @Public
    @Says("User has been logged in successfully")
    @Operation(operationId = "loginSystemUser", summary = "Log in with e-mail address and password")
    @Refuses(kind = LOGIN_REFUSED, when = "The password is wrong, or the address is not verified")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required")
    @Refuses(kind = FACTOR_WRONG, when = "The code is wrong")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("Each login begins another session")
    public Uni<LoginView> login(@Valid @NotNull LoginRequest request, @Context HttpServerRequest call) {
        return logins.login(request, ClientAddress.of(call)).map(LoginView::of);
    }
}
