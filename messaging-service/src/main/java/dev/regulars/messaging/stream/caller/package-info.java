/** Whose credential a client of a live stream brought. */
@NullMarked
package dev.regulars.messaging.stream.caller;

import org.jspecify.annotations.NullMarked;
