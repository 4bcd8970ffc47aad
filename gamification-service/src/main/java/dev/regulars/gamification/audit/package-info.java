/** Whether the ledger adds up. */
@NullMarked
package dev.regulars.gamification.audit;

import org.jspecify.annotations.NullMarked;
