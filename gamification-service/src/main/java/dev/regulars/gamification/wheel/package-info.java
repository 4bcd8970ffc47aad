/** The wheel of fortune of a community: its prizes, and what a member sees of it before a spin. */
@NullMarked
package dev.regulars.gamification.wheel;

import org.jspecify.annotations.NullMarked;
