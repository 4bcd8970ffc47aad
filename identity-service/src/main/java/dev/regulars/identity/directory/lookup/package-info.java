/** The internal look-up of people for other services. */
@NullMarked
package dev.regulars.identity.directory.lookup;

import org.jspecify.annotations.NullMarked;
