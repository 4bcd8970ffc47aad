/** The live stream as server-sent events. */
@NullMarked
package dev.regulars.messaging.stream.sse;

import org.jspecify.annotations.NullMarked;
