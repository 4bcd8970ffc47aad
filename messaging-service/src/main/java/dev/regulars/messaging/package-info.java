/** Messages and live sockets; no operation yet. */
@NullMarked
package dev.regulars.messaging;

import org.jspecify.annotations.NullMarked;
