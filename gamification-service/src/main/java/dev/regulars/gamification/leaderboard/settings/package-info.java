/** The settings of a leaderboard and the periods that it counts. */
@NullMarked
package dev.regulars.gamification.leaderboard.settings;

import org.jspecify.annotations.NullMarked;
