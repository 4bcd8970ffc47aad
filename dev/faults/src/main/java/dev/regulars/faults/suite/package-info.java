/** Clients of the suite's API and of the sandbox's control server. */
@NullMarked
package dev.regulars.faults.suite;

import org.jspecify.annotations.NullMarked;
