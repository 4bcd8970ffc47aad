/** Custom fields that streaks ask for. */
@NullMarked
package dev.regulars.gamification.streak.field;

import org.jspecify.annotations.NullMarked;
