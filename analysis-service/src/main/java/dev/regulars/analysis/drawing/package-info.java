/** The drawings on a chart (contract §3.6.1): five kinds, each with its own number of points. */
@NullMarked
package dev.regulars.analysis.drawing;

import org.jspecify.annotations.NullMarked;
