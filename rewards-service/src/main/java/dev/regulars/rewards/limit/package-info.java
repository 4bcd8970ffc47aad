/** How much of a product one member may buy. */
@NullMarked
package dev.regulars.rewards.limit;

import org.jspecify.annotations.NullMarked;
