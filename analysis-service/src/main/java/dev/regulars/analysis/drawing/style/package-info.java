/** Colours, widths and line ends of drawings. */
@NullMarked
package dev.regulars.analysis.drawing.style;

import org.jspecify.annotations.NullMarked;
