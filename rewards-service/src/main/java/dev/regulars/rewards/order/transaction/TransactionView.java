package dev.regulars.rewards.order.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.regulars.rewards.order.OrderParts.BuyerInformation;
import dev.regulars.rewards.product.voucher.Vouchers.Code;
import dev.regulars.rewards.status.StatusView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it (contract §3.5.2). */
@JsonInclude(Include.NON_NULL)
@Schema(examples = """
        {"transactionId": "ORD20260310ffc6a1b2c3d4", "statusId": "66b1f401a4d3e5f607182960",
         "status": {"_id": "66b1f401a4d3e5f607182960", "name": "Pending", "category": "incomplete", "color": "#3EA1FD"},
         "user": {"user_id": "43", "email": "ben@example.com"},
         "item": {"_id": "66b1f3e5a4d3e5f607182951", "name": "Chess clock", "price": 90}, "quantity": 1,
         "state": "confirmed", "paid": 90, "refunded": 0, "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:50.456Z"}""")
public record TransactionView(
        String transactionId,
        String statusId,
        StatusView status,
        Buyer user,
        Item item,
        int quantity,

        @Schema(description = "`confirmed`; `pending` while the outcome of a purchase is open; `failed`")
        String state,

        @Schema(description = "Why the purchase failed") @Nullable
        String failure,

        @Schema(description = "Coins") long paid,

        @Schema(description = "Coins of `paid` that went back")
        long refunded,

        @Nullable BuyerInformation userInformation,

        @Schema(description = "How to redeem what was bought; shown to its buyer") @Nullable
        String redemptionInstructions,

        @Schema(description = "The codes that were bought; shown to their buyer only") @Nullable
        List<Code> vouchers,

        Instant createdAt,
        Instant updatedAt) {

    /** Who bought it. */
    public record Buyer(
            @Schema(description = "Decimal id") String user_id,

            @Schema(description = "Absent where the member directory cannot be reached or does not know it")
            @JsonInclude(Include.ALWAYS)
            @Nullable
            String email) {}

    /** What was bought, as it was then. */
    public record Item(
            String _id,
            String name,
            @Schema(description = "Coins for one piece") long price) {}
}
