/** Signing keys, their rotation, and the JWTs signed with them. */
@NullMarked
package dev.regulars.identity.accounts.signing;

import org.jspecify.annotations.NullMarked;
