/** Kills processes of the suite under load and checks afterwards that everything acknowledged holds. */
@NullMarked
package dev.regulars.faults;

import org.jspecify.annotations.NullMarked;
