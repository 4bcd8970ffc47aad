/** Coins that go back to a buyer. */
@NullMarked
package dev.regulars.rewards.order.refund;

import org.jspecify.annotations.NullMarked;
