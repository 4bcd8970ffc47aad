/** Incoming webhooks: their settings, keys and secrets (contract 4.1). */
@NullMarked
package dev.regulars.webhook.incoming.hook;

import org.jspecify.annotations.NullMarked;
