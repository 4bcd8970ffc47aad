/** The front of the accounts half: all that the member directory sees of accounts. */
@NullMarked
package dev.regulars.identity.accounts;

import org.jspecify.annotations.NullMarked;
