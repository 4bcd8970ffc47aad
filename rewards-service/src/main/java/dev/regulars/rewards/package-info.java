/** Store, orders and vouchers of communities. */
@NullMarked
package dev.regulars.rewards;

import org.jspecify.annotations.NullMarked;
