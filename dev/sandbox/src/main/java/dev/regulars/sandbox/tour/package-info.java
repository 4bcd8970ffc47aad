/** What a newcomer reads and pastes. */
@NullMarked
package dev.regulars.sandbox.tour;

import org.jspecify.annotations.NullMarked;
