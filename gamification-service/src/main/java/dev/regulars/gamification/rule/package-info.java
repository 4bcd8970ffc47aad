/** Rules: when a member does this and that holds, the member gets a posting, a badge, a tag. */
@NullMarked
package dev.regulars.gamification.rule;

import org.jspecify.annotations.NullMarked;
