/** Roles that members have by their tier. */
@NullMarked
package dev.regulars.community.role.tier;

import org.jspecify.annotations.NullMarked;
