/** Deliveries are stored from events. */
@NullMarked
package dev.regulars.webhook.delivery.intake;

import org.jspecify.annotations.NullMarked;
