package dev.regulars.rewards.order.refund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Coins that go back to a buyer. */
@Schema(examples = """
        {"_id": "66b1f45ca4d3e5f607182953", "transactionId": "ORD20260310ffc6a1b2c3d4", "amount": 40, "refunded": 40,
         "paid": 90}""")
record RefundView(
        String _id,
        String transactionId,
        @Schema(description = "Coins of this refund") long amount,

        @Schema(description = "Coins of all refunds of the order")
        long refunded,

        @Schema(description = "Coins that the order cost") long paid) {}
