/** Programs that the bench starts, and calls that it makes. */
@NullMarked
package dev.regulars.bench.process;

import org.jspecify.annotations.NullMarked;
