/** Secure Auth (contract §3.11): a partner signs in its users, and creates those that are new. */
@NullMarked
package dev.regulars.identity.directory.secureauth;

import org.jspecify.annotations.NullMarked;
