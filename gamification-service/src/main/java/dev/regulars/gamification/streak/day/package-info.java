/** Single days of a member's streak: explained, frozen, repaired. */
@NullMarked
package dev.regulars.gamification.streak.day;

import org.jspecify.annotations.NullMarked;
