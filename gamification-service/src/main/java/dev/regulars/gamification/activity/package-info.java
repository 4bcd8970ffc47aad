/** What members did day by day: sums of postings, so that they agree with the balances. */
@NullMarked
package dev.regulars.gamification.activity;

import org.jspecify.annotations.NullMarked;
