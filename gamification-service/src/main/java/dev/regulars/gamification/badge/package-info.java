/** Badges of a community. */
@NullMarked
package dev.regulars.gamification.badge;

import org.jspecify.annotations.NullMarked;
