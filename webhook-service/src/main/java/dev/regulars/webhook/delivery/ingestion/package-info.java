/** Deliveries are stored from events. */
@NullMarked
package dev.regulars.webhook.delivery.ingestion;

import org.jspecify.annotations.NullMarked;
