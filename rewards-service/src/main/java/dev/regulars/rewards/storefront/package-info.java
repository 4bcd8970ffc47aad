/** The store as a member sees it, in one call. */
@NullMarked
package dev.regulars.rewards.storefront;

import org.jspecify.annotations.NullMarked;
