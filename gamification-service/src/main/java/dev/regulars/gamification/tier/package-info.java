/** Tiers: what members reach by the XP that they earn. */
@NullMarked
package dev.regulars.gamification.tier;

import org.jspecify.annotations.NullMarked;
