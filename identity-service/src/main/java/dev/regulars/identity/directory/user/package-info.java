/** Create and read users of a community. */
@NullMarked
package dev.regulars.identity.directory.user;

import org.jspecify.annotations.NullMarked;
