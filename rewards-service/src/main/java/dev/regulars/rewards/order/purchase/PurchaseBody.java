package dev.regulars.rewards.order.purchase;

import dev.regulars.rewards.order.OrderParts.BuyerInformation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is bought (contract §3.16). */
@Schema(examples = """
        {"quantity": 1, "price": 90}""")
record PurchaseBody(
        @Schema(description = "Pieces; 1 when absent", defaultValue = "1") @Min(1) @Max(100) @Nullable
        Integer quantity,

        @Schema(description = "What the product asks of its buyers") @Valid @Nullable
        BuyerInformation userInformation,

        @Schema(description = "The price of a piece as the buyer saw it; if it is another one now, nothing is bought")
        @Min(0)
        @Nullable
        Long price) {

    int pieces() {
        return quantity == null ? 1 : quantity;
    }
}
