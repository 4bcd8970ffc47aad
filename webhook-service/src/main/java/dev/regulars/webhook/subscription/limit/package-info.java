/** How many webhooks a community may have. */
@NullMarked
package dev.regulars.webhook.subscription.limit;

import org.jspecify.annotations.NullMarked;
