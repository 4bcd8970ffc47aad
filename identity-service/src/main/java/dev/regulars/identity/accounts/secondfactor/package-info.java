/** Two-factor login by e-mail. */
@NullMarked
package dev.regulars.identity.accounts.secondfactor;

import org.jspecify.annotations.NullMarked;
