/** What members have, why, and whether it adds up. */
@NullMarked
package dev.regulars.gamification.balance;

import org.jspecify.annotations.NullMarked;
