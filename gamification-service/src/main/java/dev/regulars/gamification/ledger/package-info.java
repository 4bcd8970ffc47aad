/** The member ledger: postings, balances, and the writer that commits them in groups. */
@NullMarked
package dev.regulars.gamification.ledger;

import org.jspecify.annotations.NullMarked;
