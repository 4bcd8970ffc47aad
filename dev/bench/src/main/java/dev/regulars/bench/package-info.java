/** Benchmarks of the suite beside its peers. */
@NullMarked
package dev.regulars.bench;

import org.jspecify.annotations.NullMarked;
