/** Messages on their way: whose they are, whether they may be sent, and that each is stored once. */
@NullMarked
package dev.regulars.messaging.message.sending;

import org.jspecify.annotations.NullMarked;
