/** What a community decided about its days, coins and floors, as community-service tells. */
@NullMarked
package dev.regulars.gamification.ledger.settings;

import org.jspecify.annotations.NullMarked;
