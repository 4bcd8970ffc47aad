package dev.regulars.community.server;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
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
@Tag(ref = "Communities")
class SettingsResource {

    private final Servers servers;
    private final Once once;
    private final Caller caller;

    SettingsResource(Servers servers, Once once, Caller caller) {
        this.servers = servers;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN)
    @Says("Get settings success.")
    @Operation(operationId = "getSettings", summary = "Get the settings of a community")
    public Uni<Settings> get() {
        return servers.settings(caller.community());
    }

    @PUT
    @Needs(level = Level.ADMIN)
    @Says("Update settings success.")
    @Operation(operationId = "updateSettings", summary = "Change settings of a community")
    public Uni<Settings> update(@Valid @NotNull Settings settings) {
        return once.together(Settings.class, tx -> servers.configure(tx, settings));
    }
}
