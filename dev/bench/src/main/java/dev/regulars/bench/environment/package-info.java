/** The environment of the benchmarks: the suite, its data, helper servers. */
@NullMarked
package dev.regulars.bench.environment;

import org.jspecify.annotations.NullMarked;
