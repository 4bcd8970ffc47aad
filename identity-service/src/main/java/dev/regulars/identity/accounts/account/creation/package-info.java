/** New accounts and their numbers. */
@NullMarked
package dev.regulars.identity.accounts.account.creation;

import org.jspecify.annotations.NullMarked;
