/** Password reset, password change and new verification codes. */
@NullMarked
package dev.regulars.identity.accounts.recovery;

import org.jspecify.annotations.NullMarked;
