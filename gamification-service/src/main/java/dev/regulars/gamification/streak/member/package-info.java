/** The streaks of members: how long they are, worked out from the ledger. */
@NullMarked
package dev.regulars.gamification.streak.member;

import org.jspecify.annotations.NullMarked;
