/** How far members have read, and how much they have not. */
@NullMarked
package dev.regulars.messaging.unread;

import org.jspecify.annotations.NullMarked;
