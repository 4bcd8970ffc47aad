/** How much XP an action earns. */
@NullMarked
package dev.regulars.gamification.counter.xp;

import org.jspecify.annotations.NullMarked;
