package dev.regulars.webhook.delivery;

/** State of a delivery. Only open deliveries are attempted. */
enum DeliveryState {
    OPEN,
    DELIVERED,
    FAILED,
    /** The subscription was deleted. */
    DROPPED
}
