/** Roles of communities and who has them, as community-service says. */
@NullMarked
package dev.regulars.identity.directory.role;

import org.jspecify.annotations.NullMarked;
