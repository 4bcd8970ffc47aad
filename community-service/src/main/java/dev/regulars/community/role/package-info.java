/** Roles: what they are, who has them, and what a caller may do by them. */
@NullMarked
package dev.regulars.community.role;

import org.jspecify.annotations.NullMarked;
