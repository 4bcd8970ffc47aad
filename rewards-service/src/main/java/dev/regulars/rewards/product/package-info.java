/** Products: what is sold, to whom, at which price. */
@NullMarked
package dev.regulars.rewards.product;

import org.jspecify.annotations.NullMarked;
