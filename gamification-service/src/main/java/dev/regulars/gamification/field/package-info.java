/** Custom fields of communities and the values that members have in them, read by rules and leaderboards. */
@NullMarked
package dev.regulars.gamification.field;

import org.jspecify.annotations.NullMarked;
