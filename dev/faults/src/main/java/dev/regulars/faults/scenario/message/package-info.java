/** Messages, and the stream that tells of them. */
@NullMarked
package dev.regulars.faults.scenario.message;

import org.jspecify.annotations.NullMarked;
