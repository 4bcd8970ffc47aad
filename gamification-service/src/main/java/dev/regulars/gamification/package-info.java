/** What members earn: the ledger, tiers, badges, streaks, leaderboards, the wheel, referrals, milestones. Here: what all of them share. */
@NullMarked
package dev.regulars.gamification;

import org.jspecify.annotations.NullMarked;
