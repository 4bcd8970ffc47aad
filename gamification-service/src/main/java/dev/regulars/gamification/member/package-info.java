/** What other services own of members: memberships, roles and tags, read by rules and leaderboards. */
@NullMarked
package dev.regulars.gamification.member;

import org.jspecify.annotations.NullMarked;
