/** How a document hands its events to Kafka. */
@NullMarked
package dev.regulars.eventing.outbox;

import org.jspecify.annotations.NullMarked;
