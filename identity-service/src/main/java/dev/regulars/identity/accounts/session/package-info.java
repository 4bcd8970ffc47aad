/** Login, sessions and refresh tokens. */
@NullMarked
package dev.regulars.identity.accounts.session;

import org.jspecify.annotations.NullMarked;
