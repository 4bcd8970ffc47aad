/** What a custom field is: its names, its type, and what it may hold. */
@NullMarked
package dev.regulars.identity.directory.field.definition;

import org.jspecify.annotations.NullMarked;
