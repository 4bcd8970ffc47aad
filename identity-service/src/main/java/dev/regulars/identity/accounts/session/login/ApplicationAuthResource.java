package dev.regulars.identity.accounts.session.login;

import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;
import static dev.regulars.web.refusal.Kind.FACTOR_WRONG;
import static dev.regulars.web.refusal.Kind.LOGIN_REFUSED;
import static dev.regulars.web.refusal.Kind.TOO_MANY;
import static dev.regulars.web.refusal.Kind.UNAUTHENTICATED;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.profile.PersonView;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.session.Sessions.OpenedSession;
import dev.regulars.identity.accounts.session.Sessions.RevokedView;
import dev.regulars.identity.accounts.session.Sessions.TokenPair;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/auth")
@Tag(ref = "Accounts")
class ApplicationAuthResource {

    /** The tokens of a new session, and its user (contract §3.8.6). */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "refreshToken": "c2luZ2xlLXVzZQ",
             "user": {"_id": "66b1f0c2a4d3e5f60718293a", "id": 42, "avatar": null, "displayName": "Ana Okafor",
                      "username": "ana", "firstName": "Ana", "lastName": "Okafor", "email": "ana@example.com",
                      "isOnline": false, "lastLogin": "2026-03-10T16:15:50Z"}}""")
    record LoginApiView(
            @Schema(description = "Access token (JWT) for the Authorization header")
            Secret token,

            @Schema(description = "Gets the next pair of tokens; it can be used once")
            Secret refreshToken,

            @Schema(description = "Who logged in") PersonView user) {

        static LoginApiView of(OpenedSession opened) {
            return new LoginApiView(
                    opened.token(), opened.refreshToken(), PersonView.of(opened.account(), opened.at()));
        }
    }

    /** A refresh token. */
    @Schema(examples = """
            {"refreshToken": "c2luZ2xlLXVzZQ"}""")
    record RefreshRequest(
            @Schema(description = "The latest one of the session") @NotBlank
            Secret refreshToken) {}

    private final Logins logins;
    private final Sessions sessions;
    private final Once once;

    ApplicationAuthResource(Logins logins, Sessions sessions, Once once) {
        this.logins = logins;
        this.sessions = sessions;
        this.once = once;
    }

    @POST
    @Path("/login")
    @Public
    @Says("Login success.")
    @Operation(operationId = "loginUser", summary = "Log in with e-mail address and password (Login API)")
    @Refuses(kind = LOGIN_REFUSED, when = "The password is wrong, or the address is not verified")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required")
    @Refuses(kind = FACTOR_WRONG, when = "The code is wrong")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("Each login begins another session")
    public Uni<LoginApiView> login(@Valid @NotNull LoginRequest request, @Context HttpServerRequest call) {
        return logins.login(request, ClientAddress.of(call)).map(LoginApiView::of);
    }

    @POST
    @Path("/refresh")
    @Public
    @Says("Refresh success.")
    @Operation(
            operationId = "refreshSession",
            summary = "Exchange a refresh token for the next pair of tokens",
            description =
                    "Can be used once. Within 10 seconds it is answered with the same successor; later use ends the session.")
    @Refuses(kind = UNAUTHENTICATED, when = "The token is unknown or was used before, or its session has ended")
    @IgnoresIdempotencyKey("A refresh token can be used only once")
    public Uni<TokenPair> refresh(@Valid @NotNull RefreshRequest request, @Context HttpServerRequest call) {
        return sessions.refresh(request.refreshToken().value(), ClientAddress.of(call));
    }

    @POST
    @Path("/logout")
    @Needs(level = APPLICATION)
    @Says("Logout success.")
    @Operation(operationId = "logoutSession", summary = "End the current session")
    public Uni<RevokedView> logout() {
        return once.perform(RevokedView.class, sessions::logOut);
    }
}
