/** Workers: each sends the deliveries of one leased subscription. */
@NullMarked
package dev.regulars.webhook.delivery.worker;

import org.jspecify.annotations.NullMarked;
