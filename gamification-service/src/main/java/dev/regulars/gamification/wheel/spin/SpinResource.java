package dev.regulars.gamification.wheel.spin;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.wheel.spin.SpinViews.PlayerView;
import dev.regulars.gamification.wheel.spin.SpinViews.ProofView;
import dev.regulars.gamification.wheel.spin.SpinViews.SpinRequest;
import dev.regulars.gamification.wheel.spin.SpinViews.SpinView;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/mini-games/wheel")
@Tag(ref = "Mini games")
class SpinResource {

    private final Spins spins;
    private final Once once;

    SpinResource(Spins spins, Once once) {
        this.spins = spins;
        this.once = once;
    }

    @GET
    @Path("/me")
    @Needs(level = Level.MEMBER, userKey = Permission.READ_OWN_PROFILE)
    @Says("Read wheel success.")
    @Operation(
            operationId = "getWheel",
            summary = "Read the wheel before a spin: prizes, one's own spins, and the commitment to the next draw")
    public Uni<PlayerView> me() {
        return once.read(spins::player);
    }

    @POST
    @Path("/spins")
    @ResponseStatus(201)
    @Needs(level = Level.MEMBER, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Create spin success.")
    @Refuses(kind = Kind.CONFLICT, when = "The wheel is disabled, or no spin is left")
    @Operation(
            operationId = "createSpin",
            summary = "Spin the wheel: costs one spin. A repeat with the same Idempotency-Key answers the first spin")
    public Uni<SpinView> spin(@Valid @NotNull SpinRequest request) {
        var call = once.request();
        var key = call.scopedKey();
        return call.under(null).perform(SpinView.class, tx -> spins.spin(tx, key, request.clientSeed()));
    }

    @GET
    @Path("/spins/{logId}/proof")
    @Public
    @Says("Read proof success.")
    @Operation(
            operationId = "getSpinProof",
            summary = "Read all that the draw of a spin can be computed again from, without trusting the server")
    public Uni<ProofView> proof(@ObjectId String logId) {
        return spins.proof(logId);
    }
}
