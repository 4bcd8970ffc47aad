/** Self-registration and e-mail verification. */
@NullMarked
package dev.regulars.identity.accounts.registration;

import org.jspecify.annotations.NullMarked;
