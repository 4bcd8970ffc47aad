/** The fields that users can be filtered by, and the values that fit them. */
@NullMarked
package dev.regulars.identity.directory.filter.field;

import org.jspecify.annotations.NullMarked;
