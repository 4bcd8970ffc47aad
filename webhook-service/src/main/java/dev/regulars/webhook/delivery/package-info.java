/** Deliveries: created from events, dispatched per subscription, retried and recorded. */
@NullMarked
package dev.regulars.webhook.delivery;

import org.jspecify.annotations.NullMarked;
