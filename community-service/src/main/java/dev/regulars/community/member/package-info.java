/** Who belongs to a community, and since when. */
@NullMarked
package dev.regulars.community.member;

import org.jspecify.annotations.NullMarked;
