/** How the suite's other services post to the ledger. */
@NullMarked
package dev.regulars.gamification.ledger.posting;

import org.jspecify.annotations.NullMarked;
