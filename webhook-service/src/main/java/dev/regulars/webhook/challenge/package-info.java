/** Endpoint verification: a new endpoint must echo a signed challenge before it receives events. */
@NullMarked
package dev.regulars.webhook.challenge;

import org.jspecify.annotations.NullMarked;
