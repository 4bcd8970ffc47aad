package dev.regulars.gamification.tier;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.tier.TierViews.TierSettingRequest;
import dev.regulars.gamification.tier.TierViews.TierSettingView;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/gamifications/{communityId}/tier-setting")
@Tag(ref = "Tiers and XP")
class TierSettingResource {

    private final Tiers tiers;
    private final Once once;

    TierSettingResource(Tiers tiers, Once once) {
        this.tiers = tiers;
        this.once = once;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.TIERS, systemKey = true)
    @Says("XP Setting has been updated successfully")
    @Operation(operationId = "setTierSetting", summary = "Set whether a community has tiers and what is shown of them")
    public Uni<TierSettingView> set(@Valid @NotNull TierSettingRequest setting) {
        return once.together(TierSettingView.class, tx -> tiers.configure(tx, setting));
    }
}
