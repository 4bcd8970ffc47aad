/** Channels as clients follow them: their logs, read once for all, and what is sent to whom. */
@NullMarked
package dev.regulars.messaging.stream.feed;

import org.jspecify.annotations.NullMarked;
