package dev.regulars.community.server;

import dev.regulars.community.server.Appearance.CommunityMeta;
import dev.regulars.community.server.Appearance.CommunityNames;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/store/management/communities/{communityId}")
@Needs(level = Level.ADMIN, permission = Permission.APPEARANCE)
@Tag(ref = "Communities")
class AppearanceResource {

    private final Servers servers;
    private final Once once;

    AppearanceResource(Servers servers, Once once) {
        this.servers = servers;
        this.once = once;
    }

    @PUT
    @Says("Update community success.")
    @Refuses(kind = Kind.CONFLICT, when = "Another community has this uri or domain")
    @Operation(operationId = "updateCommunity", summary = "Change the name, uri or domain of a community")
    public Uni<ServerView> update(@Valid @NotNull CommunityNames names) {
        return once.together(ServerView.class, tx -> servers.rename(tx, names));
    }

    @PUT
    @Path("/meta")
    @Says("Update community meta success.")
    @Operation(operationId = "updateCommunityMeta", summary = "Change what a community shows")
    public Uni<CommunityMeta> updateMeta(@Valid @NotNull CommunityMeta meta) {
        return once.together(CommunityMeta.class, tx -> servers.show(tx, meta));
    }
}
