/** The rule of streaks, as pure functions: days of a zone that may move, periods of days, and the run that they make. */
@NullMarked
package dev.regulars.gamification.streak.rule;

import org.jspecify.annotations.NullMarked;
