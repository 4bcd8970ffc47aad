/** What the calls of incoming webhooks do. */
@NullMarked
package dev.regulars.webhook.incoming.action;

import org.jspecify.annotations.NullMarked;
