package dev.regulars.rewards;

import static dev.regulars.web.refusal.ErrorCode.Definition.conflict;

import dev.regulars.web.refusal.ErrorCode;
import java.util.Arrays;

/** Everything this service can refuse, but for what is not found. */
public enum RewardsError implements ErrorCode {
    STORE_CLOSED(conflict("store", "The store is closed")),
    PRODUCT_ARCHIVED(conflict("productID", "The product is archived")),
    PRICE_CHANGED(conflict("price", "price has changed")),
    OUT_OF_STOCK(conflict("quantity", "Out of stock")),
    MEMBER_LIMIT(conflict("quantity", "limit reached: purchases of this product")),
    COINS_MISSING(conflict("quantity", "Not enough coins")),
    PURCHASE_UNDONE(conflict("transactionId", "The purchase was not completed in time; nothing was paid")),
    STOCK_BELOW_ZERO(conflict("change", "change takes more than there is")),
    STOCK_UNLIMITED(conflict("change", "The stock of the product is unlimited")),
    ORDER_NOT_CONFIRMED(conflict("transactionId", "The purchase is not confirmed")),
    ORDER_CANCELLED(conflict("statusId", "The order is cancelled")),
    HISTORY_FULL(conflict("statusId", "limit reached: status changes 1000")),
    REFUND_TOO_HIGH(conflict("amount", "amount exceeds what is left of the coins paid")),
    STATUS_IN_USE(conflict("statusId", "The status is in use")),
    STATUS_LIMIT(conflict("statuses", "limit reached: statuses 50")),
    CATEGORY_LIMIT(conflict("categories", "limit reached: categories 200")),
    PRODUCT_LIMIT(conflict("products", "limit reached: products 10000"));

    private final Definition definition;

    RewardsError(Definition definition) {
        this.definition = definition;
    }

    /** @param code in snake case; one that this version does not know is that of a purchase that was undone */
    public static RewardsError coded(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst()
                .orElse(PURCHASE_UNDONE);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
