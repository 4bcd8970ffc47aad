/** The live stream: channels in their order, over WebSocket or server-sent events. */
@NullMarked
package dev.regulars.messaging.stream;

import org.jspecify.annotations.NullMarked;
