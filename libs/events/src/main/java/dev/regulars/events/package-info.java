/** The published language of the suite: what happened, and on which topic it is told. */
@NullMarked
package dev.regulars.events;

import org.jspecify.annotations.NullMarked;
