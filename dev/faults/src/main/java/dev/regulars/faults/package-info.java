/** Kills parts of the suite while callers are at work, and asks in the end whether all that was acknowledged is true. */
@NullMarked
package dev.regulars.faults;

import org.jspecify.annotations.NullMarked;
