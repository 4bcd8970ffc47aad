package dev.regulars.gamification.progress;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/members/{userId}/progress")
@Tag(ref = "Tiers and XP")
class ProgressResource {

    private final Progress progress;
    private final Caller caller;

    ProgressResource(Progress progress, Caller caller) {
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = Permission.TIERS, userKey = Permission.READ_OWN_PROFILE)
    @Says("Read progress success.")
    @Operation(operationId = "getProgress", summary = "Read how far a member has come; members read their own")
    public Uni<ProgressView> get(@Size(max = 24) @Parameter(description = "Decimal userId or _id") String userId) {
        caller.checkMayActFor(userId);
        return progress.of(caller.community(), userId);
    }
}
