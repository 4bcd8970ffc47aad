/** The live stream with many clients. */
@NullMarked
package dev.regulars.bench.benchmark.stream;

import org.jspecify.annotations.NullMarked;
