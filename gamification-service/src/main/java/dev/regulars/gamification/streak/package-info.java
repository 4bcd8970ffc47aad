/** Streaks of a community: what they ask for, and whether they are switched on. */
@NullMarked
package dev.regulars.gamification.streak;

import org.jspecify.annotations.NullMarked;
