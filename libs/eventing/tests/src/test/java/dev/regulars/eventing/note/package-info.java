/** A small service for the tests: notes that tell what happens to them, and marks that count what was told. */
@NullMarked
package dev.regulars.eventing.note;

import org.jspecify.annotations.NullMarked;
