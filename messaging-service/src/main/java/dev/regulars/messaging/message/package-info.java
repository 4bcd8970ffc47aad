/** Messages: sent, answered, edited, deleted, reacted to, read and searched. */
@NullMarked
package dev.regulars.messaging.message;

import org.jspecify.annotations.NullMarked;
