package dev.regulars.community.server;

import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.family.SystemReply;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/system/servers")
@Tag(name = "Communities", description = "Communities, which the System API calls servers")
class ServerResource {

    private final Servers servers;
    private final Once once;
    private final Caller caller;

    ServerResource(Servers servers, Once once, Caller caller) {
        this.servers = servers;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.APPLICATION, systemKey = true)
    @Operation(summary = "Create a community; its owner is the caller")
    @Says("Server has been created successfully")
    @Refuses(kind = CONFLICT, when = "Another community has this uri or domain")
    public Uni<SystemReply<ServerView>> create(
            @Valid @NotNull NewServer server, @HeaderParam(Once.HEADER) @Nullable String key) {
        String owner = caller.accountId();
        var call = new Call(Call.NONE, owner, "create server", key, server);
        return servers.draft(server, owner, caller.userId())
                .chain(draft -> once.perform(call, ServerView.class, tx -> servers.create(tx, draft)))
                .map(view -> SystemReply.of("Server has been created successfully", view));
    }
}
