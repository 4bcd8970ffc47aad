/** What is measured, a class each. */
@NullMarked
package dev.regulars.bench.row;

import org.jspecify.annotations.NullMarked;
