/** How far a member has come. */
@NullMarked
package dev.regulars.gamification.progress;

import org.jspecify.annotations.NullMarked;
