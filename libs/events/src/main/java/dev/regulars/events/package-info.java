/** The published language of the suite: its events and their topics. */
@NullMarked
package dev.regulars.events;

import org.jspecify.annotations.NullMarked;
