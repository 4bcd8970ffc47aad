/** What roles allow: flags on the wire, and who stands above whom. */
@NullMarked
package dev.regulars.community.role.permission;

import org.jspecify.annotations.NullMarked;
