/** What callers do while parts are killed, and what they remember of the answers. */
@NullMarked
package dev.regulars.faults.scenario;

import org.jspecify.annotations.NullMarked;
