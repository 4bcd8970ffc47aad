package dev.regulars.identity.accounts.session;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.PATH;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.session.Sessions.RevokedView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/me/sessions")
@Tag(ref = "Accounts")
class SessionResource {

    private static final String ID = "[0-9a-fA-F]{24}";
    private static final String ID_SHAPE = "must be 24 hex digits";
    private static final String LIMIT = "[1-9]\\d?|1\\d\\d|200";
    private static final String LIMIT_SHAPE = "must be 1 to 200";

    private final Sessions sessions;
    private final Once once;
    private final Caller caller;

    SessionResource(Sessions sessions, Once once, Caller caller) {
        this.sessions = sessions;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.APPLICATION)
    @Operation(summary = "List one's sessions, the newest first")
    @Parameter(name = "cursor", in = QUERY, description = "Where the page before said that the list goes on")
    @Parameter(name = "limit", in = QUERY, description = "How many sessions a page has at most: 1 to 200")
    @Says("Read sessions success.")
    public Uni<ApplicationReply<List<SessionView>>> list(
            @QueryParam("cursor") @Pattern(regexp = ID, message = ID_SHAPE) @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = LIMIT, message = LIMIT_SHAPE) String limit) {
        String current = caller.credential();
        int most = Integer.parseInt(limit);
        return sessions.page(caller.accountId(), cursor, most + 1).map(found -> {
            List<SessionView> page = found.stream()
                    .limit(most)
                    .map(session -> SessionView.of(session, current))
                    .toList();
            String next = found.size() > most ? page.getLast()._id() : null;
            return ApplicationReply.page("Read sessions success.", page, most, next);
        });
    }

    @DELETE
    @Path("/{sessionId}")
    @Needs(level = Level.APPLICATION)
    @Operation(summary = "End one of one's sessions")
    @Parameter(name = "sessionId", in = PATH, description = "_id of the session", example = "66b1f0d3a4d3e5f60718293e")
    @Says("Delete session success.")
    public Uni<ApplicationReply<RevokedView>> delete(
            @PathParam("sessionId") @Pattern(regexp = ID, message = ID_SHAPE) String sessionId,
            @HeaderParam(Once.HEADER) @Nullable String key,
            @Context HttpServerResponse answer) {
        String account = caller.accountId();
        var call = new Call(Call.NONE, account, "end session", key, sessionId);
        return once.perform(call, RevokedView.class, tx -> sessions.revoke(tx, account, sessionId))
                .invoke(() -> changed(answer, Scope.CREDENTIAL, sessionId))
                .map(revoked -> ApplicationReply.ok("Delete session success.", revoked));
    }

    @DELETE
    @Needs(level = Level.APPLICATION)
    @Operation(operationId = "deleteOtherSessions", summary = "End all of one's sessions but the one that asks")
    @Says("Delete sessions success.")
    public Uni<ApplicationReply<RevokedView>> deleteOthers(
            @HeaderParam(Once.HEADER) @Nullable String key, @Context HttpServerResponse answer) {
        String account = caller.accountId();
        String current = caller.credential();
        var call = new Call(Call.NONE, account, "end other sessions", key, current);
        return once.perform(call, RevokedView.class, tx -> sessions.revokeOthers(tx, account, current))
                .invoke(() -> changed(answer, Scope.ACCOUNT, account))
                .map(revoked -> ApplicationReply.ok("Delete sessions success.", revoked));
    }

    static void changed(HttpServerResponse answer, Scope scope, String id) {
        answer.putHeader(GatewayHeaders.CALLER_CHANGED, CallerChanged.tag(scope, null, id));
    }
}
