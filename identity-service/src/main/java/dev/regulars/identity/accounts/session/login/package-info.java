/** Login with a password. */
@NullMarked
package dev.regulars.identity.accounts.session.login;

import org.jspecify.annotations.NullMarked;
