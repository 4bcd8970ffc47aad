package dev.regulars.rewards.order.history;

import static dev.regulars.web.caller.Permission.READ_OWN_PROFILE;
import static dev.regulars.web.caller.Permission.REDEMPTION;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.order.OrderFilter;
import dev.regulars.rewards.order.OrderWorker;
import dev.regulars.rewards.order.history.StatusUpdate.OrderChange;
import dev.regulars.rewards.order.transaction.TransactionView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/purchase-history")
@Tag(ref = "Redemptions")
class PurchaseHistoryResource {

    private static final String ID = "Id of the order: `ORD…`";

    private final Orders orders;
    private final StatusChanges changes;
    private final OrderWorker worker;
    private final Once once;
    private final Caller caller;

    PurchaseHistoryResource(Orders orders, StatusChanges changes, OrderWorker worker, Once once, Caller caller) {
        this.orders = orders;
        this.changes = changes;
        this.worker = worker;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = REDEMPTION, userKey = READ_OWN_PROFILE)
    @Says("Read purchase history success.")
    @Operation(
            operationId = "listPurchases",
            summary = "List confirmed orders, the newest first. Members see their own, with the codes they bought")
    public Uni<Page<TransactionView>> list(
            @Valid @BeanParam ByCursor page,
            @QueryParam("userID") @Size(max = 24) @Parameter(description = "Decimal id of the buyer") @Nullable
                    String userId,
            @QueryParam("productID") @ObjectId @Parameter(description = "`_id` of a product") @Nullable
                    String productId,
            @QueryParam("statusID") @ObjectId @Parameter(description = "`_id` of a redemption status") @Nullable
                    String statusId) {
        return manages()
                ? orders.page(caller.community(), new OrderFilter(null, userId, productId, statusId), page.request())
                : orders.own(
                        caller.community(),
                        new OrderFilter(caller.accountId(), userId, productId, statusId),
                        page.request());
    }

    @GET
    @Path("/{transactionId}")
    @Needs(level = Level.MEMBER, permission = REDEMPTION, userKey = READ_OWN_PROFILE)
    @Says("Read purchase success.")
    @Operation(
            operationId = "readPurchase",
            summary = "Get an order, whatever its outcome. Members see their own, with the codes they bought")
    public Uni<TransactionView> read(
            @Pattern(regexp = StatusUpdate.ORDER, message = StatusUpdate.NO_ORDER)
                    @Parameter(description = ID, example = "ORD20260310ffc6a1b2c3d4")
                    String transactionId) {
        if (caller.kind() == CallerKind.KEY) {
            return orders.read(caller.community(), transactionId);
        }
        return manages()
                ? orders.readAny(caller.community(), transactionId, caller.accountId())
                : orders.readOwn(caller.community(), transactionId, caller.accountId());
    }

    @PATCH
    @Path("/{transactionId}")
    @Needs(level = Level.ADMIN, permission = REDEMPTION)
    @Says("Update purchase success.")
    @Refuses(kind = Kind.CONFLICT, when = "The order is cancelled, or the purchase is not confirmed")
    @Operation(
            operationId = "updatePurchase",
            summary = "Give an order another status, with a note. A cancelled one gives back coins, stock and limit")
    public Uni<TransactionView> update(
            @Pattern(regexp = StatusUpdate.ORDER, message = StatusUpdate.NO_ORDER)
                    @Parameter(description = ID, example = "ORD20260310ffc6a1b2c3d4")
                    String transactionId,
            @Valid @NotNull OrderChange change) {
        return once.perform(
                        TransactionView.class, tx -> changes.change(tx, transactionId, change.statusId(), change.note())
                                .chain(orders::view))
                .invoke(worker::wake);
    }

    private boolean manages() {
        return caller.kind() == CallerKind.KEY
                || (caller.kind() == CallerKind.USER && caller.level().compareTo(Level.ADMIN) >= 0);
    }
}
