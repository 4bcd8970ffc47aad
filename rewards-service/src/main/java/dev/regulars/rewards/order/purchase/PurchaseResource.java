package dev.regulars.rewards.order.purchase;

import static dev.regulars.web.caller.Permission.UPDATE_OWN_PROFILE;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.order.OrderState;
import dev.regulars.rewards.order.transaction.TransactionView;
import dev.regulars.rewards.order.transaction.TransactionViews;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@SelectableFields
@Path("/store/products/{productId}/purchases")
@Tag(ref = "Store")
class PurchaseResource {

    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final Purchases purchases;
    private final TransactionViews views;
    private final Once once;

    PurchaseResource(Purchases purchases, TransactionViews views, Once once) {
        this.purchases = purchases;
        this.views = views;
        this.once = once;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.MEMBER, userKey = UPDATE_OWN_PROFILE)
    @Says("Create purchase success.")
    @Also(status = 202, says = "The outcome of the purchase is open.", as = TransactionView.class)
    @Refuses(
            kind = Kind.CONFLICT,
            when = "The store is closed, the product is archived or out of stock, the member's limit is "
                    + "reached, the price has changed, or the coins do not suffice")
    @Operation(
            operationId = "purchaseProduct",
            summary =
                    "Buy a product for coins. A repeat with the same Idempotency-Key answers the outcome of the first one; 202 "
                            + "has the address of the order in Location")
    public Uni<RestResponse<TransactionView>> buy(@ObjectId String productId, @Valid @NotNull PurchaseBody purchase) {
        var call = once.request();
        var key = call.scopedKey();
        return call.under(null)
                .perform(OrderDocument.class, tx -> purchases.buy(tx, key, productId, purchase))
                .invoke(PurchaseResource::refuseFailed)
                .chain(order -> views.own(order).map(view -> answer(order, view)));
    }

    private static void refuseFailed(OrderDocument order) {
        if (order.state == OrderState.FAILED) {
            throw order.refusal();
        }
    }

    private static RestResponse<TransactionView> answer(OrderDocument order, TransactionView view) {
        boolean confirmed = order.state == OrderState.CONFIRMED;
        return RestResponse.ResponseBuilder.<TransactionView>create(confirmed ? CREATED : ACCEPTED)
                .entity(view)
                .header(HttpHeaders.LOCATION, "/v1/purchase-history/" + order.transactionId)
                .build();
    }
}
