/** Pictures of members. */
@NullMarked
package dev.regulars.identity.directory.avatar;

import org.jspecify.annotations.NullMarked;
