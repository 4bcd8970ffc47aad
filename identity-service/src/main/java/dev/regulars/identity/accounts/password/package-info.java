/** Password hashing and password rules. */
@NullMarked
package dev.regulars.identity.accounts.password;

import org.jspecify.annotations.NullMarked;
