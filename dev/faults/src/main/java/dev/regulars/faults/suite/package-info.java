/** The suite as those who use it and those who run it see it. */
@NullMarked
package dev.regulars.faults.suite;

import org.jspecify.annotations.NullMarked;
