/** Leases: one replica at a time delivers for a subscription. */
@NullMarked
package dev.regulars.webhook.lease;

import org.jspecify.annotations.NullMarked;
