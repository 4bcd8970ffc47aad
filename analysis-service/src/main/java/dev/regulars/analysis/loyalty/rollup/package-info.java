/** The figures of communities, rolled up from the events of the suite by quarters of an hour. */
@NullMarked
package dev.regulars.analysis.loyalty.rollup;

import org.jspecify.annotations.NullMarked;
