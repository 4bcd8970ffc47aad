package dev.regulars.gamification.tier;

import dev.regulars.gamification.tier.TierViews.TierInfoView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/xp-settings/tiers")
@Tag(ref = "Tiers and XP")
class TierInfoResource {

    private final Tiers tiers;
    private final Caller caller;

    TierInfoResource(Tiers tiers, Caller caller) {
        this.tiers = tiers;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.TIERS)
    @Says("")
    @Operation(operationId = "getTierInfo", summary = "Read tiers and what actions earn")
    public Uni<TierInfoView> info() {
        return tiers.info(caller.community());
    }
}
