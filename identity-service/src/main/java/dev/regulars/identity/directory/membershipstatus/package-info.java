/** End and restore memberships. */
@NullMarked
package dev.regulars.identity.directory.membershipstatus;

import org.jspecify.annotations.NullMarked;
