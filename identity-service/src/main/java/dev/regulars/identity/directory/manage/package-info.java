/** End and restore memberships. */
@NullMarked
package dev.regulars.identity.directory.manage;

import org.jspecify.annotations.NullMarked;
