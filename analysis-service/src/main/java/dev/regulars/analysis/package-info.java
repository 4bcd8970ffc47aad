/** Chart analyses and the loyalty overview; no operation yet. */
@NullMarked
package dev.regulars.analysis;

import org.jspecify.annotations.NullMarked;
