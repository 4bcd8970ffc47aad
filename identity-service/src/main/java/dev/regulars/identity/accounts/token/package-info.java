/** Token exchange: a credential for an internal token. */
@NullMarked
package dev.regulars.identity.accounts.token;

import org.jspecify.annotations.NullMarked;
