/** Who sees which field of a person: one table, and the settings of each person. */
@NullMarked
package dev.regulars.identity.directory.privacy;

import org.jspecify.annotations.NullMarked;
