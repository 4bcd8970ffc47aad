/** The summary and the tour that make up prints. */
@NullMarked
package dev.regulars.sandbox.tour;

import org.jspecify.annotations.NullMarked;
