/** The member ledger of gamification-service. */
@NullMarked
package dev.regulars.rewards.ledger;

import org.jspecify.annotations.NullMarked;
