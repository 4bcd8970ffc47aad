/** What rules ask of members beside the ledger: roles, tags and custom fields, as their owners tell. */
@NullMarked
package dev.regulars.gamification.rule.trait;

import org.jspecify.annotations.NullMarked;
