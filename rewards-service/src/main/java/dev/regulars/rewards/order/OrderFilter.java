package dev.regulars.rewards.order;

import org.jspecify.annotations.Nullable;

/** Which orders are asked for; what is null does not matter. */
public record OrderFilter(
        @Nullable String accountId,
        @Nullable String userId,
        @Nullable String productId,
        @Nullable String statusId) {

    public static final OrderFilter ALL = new OrderFilter(null, null, null, null);

    public static OrderFilter of(String accountId) {
        return new OrderFilter(accountId, null, null, null);
    }
}
