/** Proof that an endpoint is the partner's own. */
@NullMarked
package dev.regulars.webhook.challenge;

import org.jspecify.annotations.NullMarked;
