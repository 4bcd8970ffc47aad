/** A community gets another owner. */
@NullMarked
package dev.regulars.community.role.owner;

import org.jspecify.annotations.NullMarked;
