/** Handing a community over to another member. */
@NullMarked
package dev.regulars.identity.directory.ownership;

import org.jspecify.annotations.NullMarked;
