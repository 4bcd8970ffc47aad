/** Topics of forums: every message of a forum is in one. */
@NullMarked
package dev.regulars.messaging.message.forum;

import org.jspecify.annotations.NullMarked;
