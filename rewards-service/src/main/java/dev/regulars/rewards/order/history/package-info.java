/** Orders as members and managers read them, and their way through the statuses. */
@NullMarked
package dev.regulars.rewards.order.history;

import org.jspecify.annotations.NullMarked;
