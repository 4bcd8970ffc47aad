/** API keys of communities, and what they have in common with those of users. */
@NullMarked
package dev.regulars.identity.accounts.key;

import org.jspecify.annotations.NullMarked;
