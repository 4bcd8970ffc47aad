package dev.regulars.community.server;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/settings")
@Needs(level = Level.ADMIN)
@Tag(ref = "Communities")
class SettingsResource {

    private final Servers servers;
    private final Once once;

    SettingsResource(Servers servers, Once once) {
        this.servers = servers;
        this.once = once;
    }

    @GET
    @Says("Get settings success.")
    @Operation(operationId = "getSettings", summary = "Get the settings of a community")
    public Uni<Settings> get() {
        return once.read(servers::settings);
    }

    @PUT
    @Says("Update settings success.")
    @Operation(operationId = "updateSettings", summary = "Change settings of a community")
    public Uni<Settings> update(@Valid @NotNull Settings settings) {
        return once.together(Settings.class, tx -> servers.configure(tx, settings));
    }
}
