package dev.regulars.events.rewards;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;

/**
 * The events of rewards-service, on topic {@code rewards.events}. An order is named by its public id ({@code ORD…}), prices and
 * amounts are coins.
 */
public sealed interface RewardsEvent extends TenantEvent {

    /** A member bought something: coins are paid, stock is taken. {@code price} is for one piece. */
    @EventType("rewards.order.confirmed.v1")
    record OrderConfirmed(
            String communityId,
            @Subject String orderId,
            String accountId,
            String userId,
            String productId,
            String productName,
            long price,
            int quantity,
            String statusId,
            Instant confirmedAt)
            implements RewardsEvent {}

    /** An order has another redemption status: {@code category} is incomplete, complete or cancelled. */
    @EventType("rewards.order.status-changed.v1")
    record OrderStatusChanged(
            String communityId,
            @Subject String orderId,
            String accountId,
            String userId,
            String productId,
            String statusId,
            String statusName,
            String category,
            String previousStatusId,
            String previousCategory,
            Instant changedAt)
            implements RewardsEvent {}

    /** Coins of an order went back to its buyer: {@code amount} now, {@code refunded} of {@code paid} in all. */
    @EventType("rewards.order.refunded.v1")
    record OrderRefunded(
            String communityId,
            @Subject String orderId,
            String accountId,
            String userId,
            String refundId,
            long amount,
            long refunded,
            long paid,
            Instant refundedAt)
            implements RewardsEvent {}
}
