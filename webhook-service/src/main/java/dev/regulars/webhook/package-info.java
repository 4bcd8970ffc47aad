/** Subscriptions of partners, and the deliveries to them. */
@NullMarked
package dev.regulars.webhook;

import org.jspecify.annotations.NullMarked;
