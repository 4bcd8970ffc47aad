/** Outgoing webhooks: subscriptions, challenges and deliveries. */
@NullMarked
package dev.regulars.webhook;

import org.jspecify.annotations.NullMarked;
