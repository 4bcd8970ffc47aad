/** Chart analyses as messages of their channels. */
@NullMarked
package dev.regulars.messaging.message.analysis;

import org.jspecify.annotations.NullMarked;
