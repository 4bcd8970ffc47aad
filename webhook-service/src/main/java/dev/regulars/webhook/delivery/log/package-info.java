/** The log of deliveries, as owners read it. */
@NullMarked
package dev.regulars.webhook.delivery.log;

import org.jspecify.annotations.NullMarked;
