/** Categories that products are shown in. */
@NullMarked
package dev.regulars.rewards.category;

import org.jspecify.annotations.NullMarked;
