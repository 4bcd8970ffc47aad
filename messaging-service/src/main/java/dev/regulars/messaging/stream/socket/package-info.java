/** The live stream over WebSocket. */
@NullMarked
package dev.regulars.messaging.stream.socket;

import org.jspecify.annotations.NullMarked;
