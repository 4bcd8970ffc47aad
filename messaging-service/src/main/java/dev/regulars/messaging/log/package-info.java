/** The order of each channel: the log of its events, as Kafka has them. */
@NullMarked
package dev.regulars.messaging.log;

import org.jspecify.annotations.NullMarked;
