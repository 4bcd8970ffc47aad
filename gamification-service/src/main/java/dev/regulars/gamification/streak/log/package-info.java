/** The log of streaks: each line is told once, as an event too. */
@NullMarked
package dev.regulars.gamification.streak.log;

import org.jspecify.annotations.NullMarked;
