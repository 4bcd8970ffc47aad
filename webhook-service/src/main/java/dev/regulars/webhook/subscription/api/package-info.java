/** The calls that manage webhooks (contract 4.1, 4.5). */
@NullMarked
package dev.regulars.webhook.subscription.api;

import org.jspecify.annotations.NullMarked;
