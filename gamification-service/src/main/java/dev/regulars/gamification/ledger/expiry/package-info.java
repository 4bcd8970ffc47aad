/** Expiry of coins. */
@NullMarked
package dev.regulars.gamification.ledger.expiry;

import org.jspecify.annotations.NullMarked;
