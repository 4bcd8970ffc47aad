/** Invariants that are checked after a fault run. */
@NullMarked
package dev.regulars.faults.invariant;

import org.jspecify.annotations.NullMarked;
