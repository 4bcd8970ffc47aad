package dev.regulars.community.member.myservers;

import dev.regulars.community.server.ServerView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/servers")
@Tag(ref = "Communities")
class MyServersResource {

    private final MyServers servers;
    private final Caller caller;

    MyServersResource(MyServers servers, Caller caller) {
        this.servers = servers;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.APPLICATION, systemKey = true)
    @Says("Servers fetched successfully")
    @Operation(operationId = "listServers", summary = "List the communities that the caller owns or is a member of")
    public Uni<List<ServerView>> list() {
        return servers.of(caller.accountId());
    }
}
