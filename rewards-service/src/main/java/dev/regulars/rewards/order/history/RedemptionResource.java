package dev.regulars.rewards.order.history;

import static dev.regulars.web.caller.Permission.REDEMPTION;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.order.OrderFilter;
import dev.regulars.rewards.order.OrderWorker;
import dev.regulars.rewards.order.history.StatusUpdate.UpdatedStatus;
import dev.regulars.rewards.order.transaction.TransactionView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/redemption-transactions")
@Tag(ref = "Redemptions")
class RedemptionResource {

    private final Orders orders;
    private final StatusChanges changes;
    private final OrderWorker worker;
    private final Once once;
    private final Caller caller;

    RedemptionResource(Orders orders, StatusChanges changes, OrderWorker worker, Once once, Caller caller) {
        this.orders = orders;
        this.changes = changes;
        this.worker = worker;
        this.once = once;
        this.caller = caller;
    }

    @PUT
    @Path("/status")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("Transaction status updated successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The order is cancelled")
    @Operation(
            operationId = "updateRedemptionTransactionStatus",
            summary =
                    "Give an order another status. A cancelled one gives back coins, stock and limit, and stays cancelled")
    public Uni<UpdatedStatus> update(@Valid @NotNull StatusUpdate update) {
        return once.perform(
                        UpdatedStatus.class, tx -> changes.change(tx, update.transactionId(), update.statusId(), null)
                                .map(UpdatedStatus::of))
                .invoke(worker::wake);
    }

    @GET
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("")
    @Operation(
            operationId = "listRedemptionTransactions",
            summary = "List the confirmed orders of the community, the newest first")
    public Uni<Page<TransactionView>> list(@Valid @BeanParam ByPage page) {
        return orders.page(caller.community(), OrderFilter.ALL, page.request());
    }

    @POST
    @Path("/user")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("")
    @IgnoresIdempotencyKey("It only reads")
    @Operation(
            operationId = "listRedemptionTransactionsOfUser",
            summary = "List the confirmed orders of one user, the newest first")
    public Uni<Page<TransactionView>> ofUser(@Valid @NotNull TransactionsOfUser user) {
        return orders.ofUser(caller.community(), user);
    }

    @GET
    @Path("/{transactionId}/history")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("")
    @Refuses(kind = Kind.CONFLICT, when = "The purchase is not confirmed")
    @Operation(
            operationId = "readRedemptionTransactionHistory",
            summary = "Get the statuses that an order has had, the first one first")
    public Uni<List<HistoryView>> history(
            @Pattern(regexp = StatusUpdate.ORDER, message = StatusUpdate.NO_ORDER)
                    @Parameter(description = "Id of the order: `ORD…`", example = "ORD20260310ffc6a1b2c3d4")
                    String transactionId) {
        return orders.history(caller.community(), transactionId);
    }
}
