/** Points that are earned and spent. */
@NullMarked
package dev.regulars.faults.scenario.loyalty;

import org.jspecify.annotations.NullMarked;
