/** Calls of incoming webhooks: who sends them, what is in them, and whether they came before (contract 4.3). */
@NullMarked
package dev.regulars.webhook.incoming.call;

import org.jspecify.annotations.NullMarked;
