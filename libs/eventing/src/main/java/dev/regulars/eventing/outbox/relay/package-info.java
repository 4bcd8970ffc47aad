/** Publishes the events that documents hold in their outbox, and removes those that the broker acknowledged. */
@NullMarked
package dev.regulars.eventing.outbox.relay;

import org.jspecify.annotations.NullMarked;
