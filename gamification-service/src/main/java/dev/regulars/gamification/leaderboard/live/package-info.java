/** Rankings that are in use: loaded from MongoDB, kept up with what changes, dropped when nobody asks any more. */
@NullMarked
package dev.regulars.gamification.leaderboard.live;

import org.jspecify.annotations.NullMarked;
