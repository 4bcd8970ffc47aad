/** The load during a fault run, and what it expects afterwards. */
@NullMarked
package dev.regulars.faults.scenario;

import org.jspecify.annotations.NullMarked;
