package dev.regulars.gamification.balance;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/ledger/adjustments")
@Tag(ref = "Ledger")
class AdjustmentResource {

    private final Adjustments adjustments;
    private final Once once;
    private final Caller caller;

    AdjustmentResource(Adjustments adjustments, Once once, Caller caller) {
        this.adjustments = adjustments;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Create adjustment success.")
    @Refuses(kind = Kind.CONFLICT, when = "A balance would be below its floor, or too large")
    @Operation(
            operationId = "createAdjustment",
            summary = "Add to the balances of a member or take from them, with a reason")
    public Uni<PostingView> create(@Valid @NotNull NewAdjustment adjustment) {
        String key = once.request().scopedKey().id();
        return adjustments.adjust(caller.community(), adjustment, requireNonNull(caller.actor()), key);
    }
}
