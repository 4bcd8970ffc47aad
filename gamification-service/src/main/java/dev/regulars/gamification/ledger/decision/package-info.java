/** What a posting does to a member's balances: pure functions, testable without a database. */
@NullMarked
package dev.regulars.gamification.ledger.decision;

import org.jspecify.annotations.NullMarked;
