/** Lots of coins, which expire one by one. */
@NullMarked
package dev.regulars.gamification.ledger.lot;

import org.jspecify.annotations.NullMarked;
