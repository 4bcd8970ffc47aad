/** Store, orders and vouchers; no operation yet. */
@NullMarked
package dev.regulars.rewards;

import org.jspecify.annotations.NullMarked;
