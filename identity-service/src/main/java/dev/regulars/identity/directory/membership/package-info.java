/** End and restore memberships. */
@NullMarked
package dev.regulars.identity.directory.membership;

import org.jspecify.annotations.NullMarked;
