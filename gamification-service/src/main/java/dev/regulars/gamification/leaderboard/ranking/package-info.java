/** The ranking of a board: ranks, neighbours and places in O(log n), in memory. */
@NullMarked
package dev.regulars.gamification.leaderboard.ranking;

import org.jspecify.annotations.NullMarked;
