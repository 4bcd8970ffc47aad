/** Referral programs: what members get for whom they bring, stage by stage. */
@NullMarked
package dev.regulars.gamification.referral.program;

import org.jspecify.annotations.NullMarked;
