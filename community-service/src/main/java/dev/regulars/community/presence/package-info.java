/** Who is here now: heartbeats, and the sessions that they make up. */
@NullMarked
package dev.regulars.community.presence;

import org.jspecify.annotations.NullMarked;
