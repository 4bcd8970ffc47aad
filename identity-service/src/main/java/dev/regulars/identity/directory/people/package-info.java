/** The internal look-up of people for other services. */
@NullMarked
package dev.regulars.identity.directory.people;

import org.jspecify.annotations.NullMarked;
