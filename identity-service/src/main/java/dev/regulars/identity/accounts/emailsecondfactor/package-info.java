/** Two-factor login by e-mail. */
@NullMarked
package dev.regulars.identity.accounts.emailsecondfactor;

import org.jspecify.annotations.NullMarked;
