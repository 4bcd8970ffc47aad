/** The store of a community: title, cover, currency. */
@NullMarked
package dev.regulars.rewards.store;

import org.jspecify.annotations.NullMarked;
