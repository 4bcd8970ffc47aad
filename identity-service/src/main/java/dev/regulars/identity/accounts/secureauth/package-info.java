/** Secure Auth (contract §3.11): login URLs on a community's own host, and the page that they open. */
@NullMarked
package dev.regulars.identity.accounts.secureauth;

import org.jspecify.annotations.NullMarked;
