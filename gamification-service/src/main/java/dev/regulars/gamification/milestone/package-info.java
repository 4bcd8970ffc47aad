/** Milestones: what a member gets, once, for having earned so much of a unit. */
@NullMarked
package dev.regulars.gamification.milestone;

import org.jspecify.annotations.NullMarked;
