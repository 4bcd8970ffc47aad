/** The tier that a member has. */
@NullMarked
package dev.regulars.gamification.tier.member;

import org.jspecify.annotations.NullMarked;
