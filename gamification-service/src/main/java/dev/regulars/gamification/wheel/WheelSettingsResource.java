package dev.regulars.gamification.wheel;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.wheel.WheelSettings.WheelBody;
import dev.regulars.gamification.wheel.WheelSettings.WheelView;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/mini-games/wheel/settings")
@Tag(name = "Mini games", description = "The wheel: spins, prizes, and proofs that the draw was fair")
class WheelSettingsResource {

    private final Wheels wheels;
    private final Once once;

    WheelSettingsResource(Wheels wheels, Once once) {
        this.wheels = wheels;
        this.once = once;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.MINI_GAMES)
    @Says("Read wheel settings success.")
    @Operation(operationId = "getWheelSettings", summary = "Read the settings of the wheel")
    public Uni<WheelView> get() {
        return once.read(wheels::settings);
    }

    @PUT
    @Needs(level = Level.ADMIN, permission = Permission.MINI_GAMES)
    @Says("Update wheel settings success.")
    @Operation(
            operationId = "updateWheelSettings",
            summary = "Enable the wheel, or change its prizes, which are the next version then")
    public Uni<WheelView> update(@Valid @NotNull WheelBody wheel) {
        return once.perform(WheelView.class, tx -> wheels.define(tx, wheel));
    }
}
