/** Whoever guesses waits, longer each time; whoever was let in before is not made to wait for it. */
@NullMarked
package dev.regulars.identity.throttle;

import org.jspecify.annotations.NullMarked;
