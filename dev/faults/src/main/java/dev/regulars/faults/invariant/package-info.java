/** What must hold once everything has come to rest. */
@NullMarked
package dev.regulars.faults.invariant;

import org.jspecify.annotations.NullMarked;
