/** The member ledger, badges, tiers and boards; no operation yet. */
@NullMarked
package dev.regulars.gamification;

import org.jspecify.annotations.NullMarked;
