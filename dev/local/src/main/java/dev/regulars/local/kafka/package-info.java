/** Starts a real Kafka broker. */
@NullMarked
package dev.regulars.local.kafka;

import org.jspecify.annotations.NullMarked;
