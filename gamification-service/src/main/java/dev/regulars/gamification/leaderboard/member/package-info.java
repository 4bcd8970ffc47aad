/** Membership, roles and tags of members, as other services tell: who is ranked and who may look. */
@NullMarked
package dev.regulars.gamification.leaderboard.member;

import org.jspecify.annotations.NullMarked;
