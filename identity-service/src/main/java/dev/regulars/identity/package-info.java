/** Accounts, credentials and the member directory. */
@NullMarked
package dev.regulars.identity;

import org.jspecify.annotations.NullMarked;
