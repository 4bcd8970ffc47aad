/** What is written down in the end. */
@NullMarked
package dev.regulars.bench.report;

import org.jspecify.annotations.NullMarked;
