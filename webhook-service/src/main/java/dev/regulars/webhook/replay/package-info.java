/** Sends a range of deliveries again. */
@NullMarked
package dev.regulars.webhook.replay;

import org.jspecify.annotations.NullMarked;
