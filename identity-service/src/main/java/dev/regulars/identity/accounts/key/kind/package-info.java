/** Kinds of keys and the permissions that they can have. */
@NullMarked
package dev.regulars.identity.accounts.key.kind;

import org.jspecify.annotations.NullMarked;
