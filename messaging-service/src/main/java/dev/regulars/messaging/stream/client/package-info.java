/** The clients of this replica, from their admission to their end. */
@NullMarked
package dev.regulars.messaging.stream.client;

import org.jspecify.annotations.NullMarked;
