/** Ranks: the top of a board, a member and the neighbours, now and as of a moment. */
@NullMarked
package dev.regulars.gamification.leaderboard.rank;

import org.jspecify.annotations.NullMarked;
