/** What operators do with the secrets of subscriptions as a whole. */
@NullMarked
package dev.regulars.webhook.secret;

import org.jspecify.annotations.NullMarked;
