/** Why somebody may do something, or may not. */
@NullMarked
package dev.regulars.community.explain;

import org.jspecify.annotations.NullMarked;
