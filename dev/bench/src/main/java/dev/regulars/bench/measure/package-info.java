/** Loads, what they showed, and what processes spent on them. */
@NullMarked
package dev.regulars.bench.measure;

import org.jspecify.annotations.NullMarked;
