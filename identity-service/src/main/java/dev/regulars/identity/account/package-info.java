/** Accounts: one per person and installation, whatever communities they belong to. */
@NullMarked
package dev.regulars.identity.account;

import org.jspecify.annotations.NullMarked;
