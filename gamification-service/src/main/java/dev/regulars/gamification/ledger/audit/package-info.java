/** Whether the ledger adds up. */
@NullMarked
package dev.regulars.gamification.ledger.audit;

import org.jspecify.annotations.NullMarked;
