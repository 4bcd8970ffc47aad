/** How the events of a document get to Kafka. */
@NullMarked
package dev.regulars.eventing.outbox;

import org.jspecify.annotations.NullMarked;
