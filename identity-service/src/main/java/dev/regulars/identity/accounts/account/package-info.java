/** The accounts collection: one document per person and installation, whatever communities they belong to. */
@NullMarked
package dev.regulars.identity.accounts.account;

import org.jspecify.annotations.NullMarked;
