/** What other services own of members: memberships, roles, tags and profiles, read by rules and leaderboards. */
@NullMarked
package dev.regulars.gamification.member;

import org.jspecify.annotations.NullMarked;
