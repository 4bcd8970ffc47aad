/** Orders as the API shows them: transactions. */
@NullMarked
package dev.regulars.rewards.order.transaction;

import org.jspecify.annotations.NullMarked;
