package dev.regulars.webhook.payload.body;

import dev.regulars.events.rewards.RewardsEvent.OrderConfirmed;
import dev.regulars.web.operation.OutgoingWebhook;
import dev.regulars.webhook.payload.Facts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of a delivery of {@code purchase_store_item} (contract 4.1). */
@OutgoingWebhook(
        event = "purchase_store_item",
        summary = "A member bought a store item",
        description = "Sent once for each confirmed order")
@Schema(name = "PurchaseStoreItem", examples = """
        {"event": "purchase_store_item", "serverId": "66b1f0e9a4d3e5f60718293b",
         "timestamp": "2026-03-10T16:15:50.123Z",
         "data": {"transactionId": "ORD20260310ffc6",
                  "user": {"user_id": "43", "username": "ben", "email": "ben@example.com", "first_name": "Ben",
                           "last_name": "Silva"},
                  "item": {"_id": "66b1f1a3a4d3e5f607182942", "name": "Mug", "price": 500}, "quantity": 1,
                  "timestamp": "2026-03-10T16:15:50.123Z"}}""")
public record PurchaseStoreItem(
        String event,

        @Schema(description = "`_id` of the community") String serverId,

        @Schema(description = "When it happened") Instant timestamp,

        Purchase data) {

    /** Who bought what. */
    @Schema(name = "Purchase")
    public record Purchase(
            @Schema(description = "Id of the order") String transactionId,
            PayloadUser user,
            Item item,
            int quantity,

            @Schema(description = "When it was confirmed") Instant timestamp) {}

    /** What was bought. */
    @Schema(name = "PurchasedItem")
    public record Item(
            @Schema(description = "`_id` of the product") String _id,
            String name,

            @Schema(description = "Coins for one piece") long price) {}

    public static PurchaseStoreItem of(OrderConfirmed order, Instant at, Facts facts) {
        var item = new Item(order.productId(), order.productName(), order.price());
        var data = new Purchase(order.orderId(), PayloadUser.of(facts), item, order.quantity(), order.confirmedAt());
        return new PurchaseStoreItem("purchase_store_item", order.communityId(), at, data);
    }
}
