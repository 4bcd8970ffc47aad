package dev.regulars.identity.accounts.session;

import static dev.regulars.web.refusal.Kind.FACTOR_MISSING;
import static dev.regulars.web.refusal.Kind.FACTOR_WRONG;
import static dev.regulars.web.refusal.Kind.LOGIN_REFUSED;
import static dev.regulars.web.refusal.Kind.TOO_MANY;
import static dev.regulars.web.refusal.Kind.UNAUTHENTICATED;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.profile.PersonView;
import dev.regulars.identity.accounts.session.Sessions.OpenedSession;
import dev.regulars.identity.accounts.session.Sessions.RevokedView;
import dev.regulars.identity.accounts.session.Sessions.TokenPair;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Public;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/auth")
@Tag(ref = "Accounts")
class LoginApiResource {

    /** What the Login API answers (contract §3.8.6). */
    @Schema(examples = """
            {"token": "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjQyIn0.c2lnbmF0dXJl", "refreshToken": "c2luZ2xlLXVzZQ",
             "user": {"_id": "66b1f0c2a4d3e5f60718293a", "id": 42, "avatar": null, "displayName": "Ana Okafor",
                      "username": "ana", "firstName": "Ana", "lastName": "Okafor", "email": "ana@example.com",
                      "isOnline": false, "lastLogin": "2026-03-10T16:15:50Z"}}""")
    record LoginApiView(
            @Schema(description = "Access token (JWT) for the Authorization header")
            String token,

            @Schema(description = "Gets the next pair of tokens; it can be used once")
            String refreshToken,

            PersonView user) {

        static LoginApiView of(OpenedSession opened) {
            return new LoginApiView(
                    opened.token(), opened.refreshToken(), PersonView.of(opened.account(), opened.at()));
        }

        @Override
        public String toString() {
            return "LoggedIn";
        }
    }

    /** A refresh token, for the next one. */
    @Schema(examples = """
            {"refreshToken": "c2luZ2xlLXVzZQ"}""")
    record RefreshRequest(
            @Schema(description = "The latest one of the session") @NotBlank
            String refreshToken) {

        @Override
        public String toString() {
            return "Refresh";
        }
    }

    private final Logins logins;
    private final Sessions sessions;
    private final Once once;
    private final Caller caller;

    LoginApiResource(Logins logins, Sessions sessions, Once once, Caller caller) {
        this.logins = logins;
        this.sessions = sessions;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/login")
    @Public
    @Operation(operationId = "loginUser", summary = "Log in with address and password (Login API)")
    @Says("Login success.")
    @Refuses(kind = LOGIN_REFUSED, when = "The password is wrong, or the address is not verified")
    @Refuses(kind = FACTOR_MISSING, when = "A mailed code is required")
    @Refuses(kind = FACTOR_WRONG, when = "The code is wrong")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    @IgnoresIdempotencyKey("Each login begins another session")
    public Uni<ApplicationReply<LoginApiView>> login(
            @Valid @NotNull LoginRequest credentials, @Context HttpServerRequest call) {
        return logins.login(credentials, ClientAddress.of(call))
                .map(opened -> ApplicationReply.ok("Login success.", LoginApiView.of(opened)));
    }

    @POST
    @Path("/refresh")
    @Public
    @Operation(
            operationId = "refreshToken",
            summary = "Trade a refresh token for the next pair of tokens",
            description =
                    "It is good once: whoever brings it again ends the session, also for whoever has the next one.")
    @Says("Refresh success.")
    @Refuses(kind = UNAUTHENTICATED, when = "The token is not known, or used, or its session over")
    @IgnoresIdempotencyKey("A refresh token can be used only once")
    public Uni<ApplicationReply<TokenPair>> refresh(
            @Valid @NotNull RefreshRequest refresh, @Context HttpServerRequest call) {
        return sessions.refresh(refresh.refreshToken(), ClientAddress.of(call))
                .map(refreshed -> ApplicationReply.ok("Refresh success.", refreshed));
    }

    @POST
    @Path("/logout")
    @Needs(level = Level.APPLICATION)
    @Operation(operationId = "logoutSession", summary = "End the session that asks")
    @Says("Logout success.")
    public Uni<ApplicationReply<RevokedView>> logout(
            @HeaderParam(Once.HEADER) @Nullable String key, @Context HttpServerResponse answer) {
        String account = caller.accountId();
        String session = caller.credential();
        var call = new Call(Call.NONE, account, "log out", key, session);
        return once.perform(call, RevokedView.class, tx -> sessions.logOut(tx, account, session))
                .invoke(() -> SessionResource.changed(answer, Scope.CREDENTIAL, session))
                .map(revoked -> ApplicationReply.ok("Logout success.", revoked));
    }
}
