/** Lists, threads and searches of messages. */
@NullMarked
package dev.regulars.messaging.message.reading;

import org.jspecify.annotations.NullMarked;
