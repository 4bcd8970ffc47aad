/** The benchmarks, one class each. */
@NullMarked
package dev.regulars.bench.benchmark;

import org.jspecify.annotations.NullMarked;
