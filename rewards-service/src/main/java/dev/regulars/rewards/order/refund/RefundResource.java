package dev.regulars.rewards.order.refund;

import static dev.regulars.web.caller.Permission.REDEMPTION;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.order.OrderWorker;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/redemption-transactions/{transactionId}/refunds")
@Tag(ref = "Redemptions")
class RefundResource {

    private final Refunds refunds;
    private final OrderWorker worker;
    private final Once once;

    RefundResource(Refunds refunds, OrderWorker worker, Once once) {
        this.refunds = refunds;
        this.worker = worker;
        this.once = once;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("Create refund success.")
    @Refuses(
            kind = Kind.CONFLICT,
            when = "The amount exceeds what is left of the coins paid, or the purchase is not confirmed")
    @Operation(operationId = "refundPurchase", summary = "Give coins of an order back to its buyer")
    public Uni<RefundView> refund(
            @Pattern(regexp = "ORD[0-9]{8}[0-9a-fA-F]{4,24}", message = "must be an order id such as ORD20260102ffc6")
                    @Parameter(description = "Id of the order: `ORD…`", example = "ORD20260310ffc6a1b2c3d4")
                    String transactionId,
            @Valid @NotNull NewRefund refund) {
        return once.perform(RefundView.class, tx -> refunds.refund(tx, transactionId, refund))
                .invoke(worker::wake);
    }
}
