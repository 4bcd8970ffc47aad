/** Which member has which badge, and the bonus that comes with it. */
@NullMarked
package dev.regulars.gamification.badge.award;

import org.jspecify.annotations.NullMarked;
