/** The report of a bench run. */
@NullMarked
package dev.regulars.bench.report;

import org.jspecify.annotations.NullMarked;
