package dev.regulars.webhook.delivery;

/** Where a delivery is. Only what is open will be attempted. */
enum State {
    OPEN,
    DELIVERED,
    FAILED,
    /** Its subscription was deleted. */
    DROPPED
}
