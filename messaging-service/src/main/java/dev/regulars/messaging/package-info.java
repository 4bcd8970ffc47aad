/** Messages and live sockets. */
@NullMarked
package dev.regulars.messaging;

import org.jspecify.annotations.NullMarked;
