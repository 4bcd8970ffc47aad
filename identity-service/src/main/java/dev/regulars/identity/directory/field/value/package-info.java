/** Values of custom fields, each change with its history entry. */
@NullMarked
package dev.regulars.identity.directory.field.value;

import org.jspecify.annotations.NullMarked;
