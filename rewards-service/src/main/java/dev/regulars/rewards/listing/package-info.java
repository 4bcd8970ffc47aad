/** How lists of the store are sorted, searched and filtered (contract §2.3). */
@NullMarked
package dev.regulars.rewards.listing;

import org.jspecify.annotations.NullMarked;
