/** Spins: debit, draw and prize in one ledger request, and the proof of it. */
@NullMarked
package dev.regulars.gamification.wheel.spin;

import org.jspecify.annotations.NullMarked;
