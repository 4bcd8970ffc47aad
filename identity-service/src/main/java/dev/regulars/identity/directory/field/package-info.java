/** Custom fields of members: what a community wants to know of them beside what everybody has. */
@NullMarked
package dev.regulars.identity.directory.field;

import org.jspecify.annotations.NullMarked;
