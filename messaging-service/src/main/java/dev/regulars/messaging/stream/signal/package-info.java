/** What clients are told in passing: that somebody types, comes or goes. It has no place in a log, and is told by all replicas. */
@NullMarked
package dev.regulars.messaging.stream.signal;

import org.jspecify.annotations.NullMarked;
