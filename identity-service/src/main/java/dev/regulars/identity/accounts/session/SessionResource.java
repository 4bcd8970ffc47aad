package dev.regulars.identity.accounts.session;

import static dev.regulars.web.caller.Level.APPLICATION;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.session.Sessions.RevokedView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/me/sessions")
@Tag(ref = "Accounts")
class SessionResource {

    private final Sessions sessions;
    private final Once once;
    private final Caller caller;

    SessionResource(Sessions sessions, Once once, Caller caller) {
        this.sessions = sessions;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = APPLICATION)
    @Says("Read sessions success.")
    @Operation(summary = "List one's sessions, the newest first")
    public Uni<Page<SessionView>> list(@Valid @BeanParam ByCursor page) {
        String current = caller.credential();
        return sessions.page(caller.accountId(), page.request())
                .map(found -> found.map(session -> SessionView.of(session, current)));
    }

    @DELETE
    @Path("/{sessionId}")
    @Needs(level = APPLICATION)
    @Says("Delete session success.")
    @Operation(summary = "End one of one's sessions")
    public Uni<RevokedView> delete(@ObjectId String sessionId) {
        return once.perform(RevokedView.class, tx -> sessions.revoke(tx, sessionId));
    }

    @DELETE
    @Needs(level = APPLICATION)
    @Says("Delete sessions success.")
    @Operation(operationId = "deleteOtherSessions", summary = "End all of one's sessions except for the current one")
    public Uni<RevokedView> deleteOthers() {
        return once.perform(RevokedView.class, sessions::revokeOthers);
    }
}
