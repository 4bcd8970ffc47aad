package dev.regulars.community.server;

import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/servers")
@Tag(name = "Communities", description = "Communities, which the System API calls servers")
class ServerResource {

    private final Servers servers;
    private final Once once;

    ServerResource(Servers servers, Once once) {
        this.servers = servers;
        this.once = once;
    }

    @POST
    @Needs(level = Level.APPLICATION, systemKey = true)
    @Says("Server has been created successfully")
    @Operation(summary = "Create a community; its owner is the caller")
    @Refuses(kind = CONFLICT, when = "Another community has this uri or domain")
    public Uni<ServerView> create(@Valid @NotNull NewServer server) {
        return once.together(ServerView.class, () -> servers.draft(server), servers::create);
    }

    @PUT
    @Path("/{communityId}")
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Server has been updated successfully")
    @Operation(summary = "Update a community")
    @Refuses(kind = CONFLICT, when = "Another community has this uri or domain")
    public Uni<ServerView> update(@Valid @NotNull NewServer server) {
        return once.together(ServerView.class, tx -> servers.update(tx, server));
    }
}
