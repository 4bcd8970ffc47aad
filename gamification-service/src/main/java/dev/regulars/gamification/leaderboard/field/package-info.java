/** What members are ranked by: a unit of the ledger, or a custom field that is a number. */
@NullMarked
package dev.regulars.gamification.leaderboard.field;

import org.jspecify.annotations.NullMarked;
