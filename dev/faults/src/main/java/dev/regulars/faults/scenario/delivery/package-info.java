/** What webhook receivers got. */
@NullMarked
package dev.regulars.faults.scenario.delivery;

import org.jspecify.annotations.NullMarked;
