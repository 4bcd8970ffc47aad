/** Timing side channels of the public account operations, and their behaviour under overload. */
@NullMarked
package dev.regulars.faults.timing;

import org.jspecify.annotations.NullMarked;
