/** Referrals: codes, who brought whom, how far those came, and the summary of it. */
@NullMarked
package dev.regulars.gamification.referral;

import org.jspecify.annotations.NullMarked;
