/** Buying a product. */
@NullMarked
package dev.regulars.rewards.order.purchase;

import org.jspecify.annotations.NullMarked;
