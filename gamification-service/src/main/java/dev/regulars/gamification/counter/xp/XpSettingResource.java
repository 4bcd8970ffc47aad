package dev.regulars.gamification.counter.xp;

import dev.regulars.eventing.once.Once;
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

@Path("/system/gamifications/{communityId}/xp-setting")
@Tag(ref = "Tiers and XP")
class XpSettingResource {

    private final XpSettings settings;
    private final Once once;

    XpSettingResource(XpSettings settings, Once once) {
        this.settings = settings;
        this.once = once;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.TIERS, systemKey = true)
    @Says("XP Setting has been updated successfully")
    @Operation(operationId = "setXpSetting", summary = "Set how much XP actions earn; replaces what was set before")
    public Uni<XpSetting> set(@Valid @NotNull XpSetting setting) {
        return once.perform(XpSetting.class, tx -> settings.set(tx, setting));
    }
}
