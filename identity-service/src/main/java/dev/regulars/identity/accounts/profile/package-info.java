/** The account owner's profile. */
@NullMarked
package dev.regulars.identity.accounts.profile;

import org.jspecify.annotations.NullMarked;
