/** API keys of communities. */
@NullMarked
package dev.regulars.identity.accounts.key;

import org.jspecify.annotations.NullMarked;
