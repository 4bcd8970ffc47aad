/** The events of webhook-service. */
@NullMarked
package dev.regulars.events.webhook;

import org.jspecify.annotations.NullMarked;
