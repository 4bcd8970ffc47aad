/** What a streak asks for: condition, timeframe and calendar. */
@NullMarked
package dev.regulars.gamification.streak.terms;

import org.jspecify.annotations.NullMarked;
