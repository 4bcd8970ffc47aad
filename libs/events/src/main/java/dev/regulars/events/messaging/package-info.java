/** What happens to messages. */
@NullMarked
package dev.regulars.events.messaging;

import org.jspecify.annotations.NullMarked;
