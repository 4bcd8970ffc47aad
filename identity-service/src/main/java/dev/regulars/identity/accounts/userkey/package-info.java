/** API keys of users: each acts as its owner, in one community. */
@NullMarked
package dev.regulars.identity.accounts.userkey;

import org.jspecify.annotations.NullMarked;
