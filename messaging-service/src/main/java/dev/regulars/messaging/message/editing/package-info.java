/** Messages are edited and deleted, reactions taken back. */
@NullMarked
package dev.regulars.messaging.message.editing;

import org.jspecify.annotations.NullMarked;
