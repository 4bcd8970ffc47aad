/** Leaderboards: what is set of them, from when until when they count, and who sees them. */
@NullMarked
package dev.regulars.gamification.leaderboard.board;

import org.jspecify.annotations.NullMarked;
