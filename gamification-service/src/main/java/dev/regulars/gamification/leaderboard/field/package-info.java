/** Custom fields that are numbers, as identity-service tells: what members are ranked by beside the ledger. */
@NullMarked
package dev.regulars.gamification.leaderboard.field;

import org.jspecify.annotations.NullMarked;
