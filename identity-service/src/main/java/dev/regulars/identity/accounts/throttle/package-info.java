/** Throttling of guesses at secrets. */
@NullMarked
package dev.regulars.identity.accounts.throttle;

import org.jspecify.annotations.NullMarked;
