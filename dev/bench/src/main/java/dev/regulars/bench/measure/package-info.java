/** Measuring: CPU time, load results, interleaved runs. */
@NullMarked
package dev.regulars.bench.measure;

import org.jspecify.annotations.NullMarked;
