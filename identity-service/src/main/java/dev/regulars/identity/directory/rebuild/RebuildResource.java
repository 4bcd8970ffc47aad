package dev.regulars.identity.directory.rebuild;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/directory/rebuild")
class RebuildResource {

    /** Which community's entries are built up anew. */
    record RebuildRequest(@NotNull @ObjectId String communityId) {}

    /** How many memberships and balances the owners had. */
    record Rebuilt(int memberships, int balances) {}

    private final DirectoryRebuild rebuild;
    private final Caller caller;

    RebuildResource(DirectoryRebuild rebuild, Caller caller) {
        this.rebuild = rebuild;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(
            operationId = "rebuildDirectory",
            summary =
                    "Write what other services own of members again, from their exports. Repeat the call if it was interrupted")
    public Uni<Rebuilt> run(@Valid @NotNull RebuildRequest request) {
        return rebuild.rebuild(caller.community(request.communityId()));
    }
}
