/** What a subscription is set to, and the state of its endpoint. */
@NullMarked
package dev.regulars.webhook.subscription.setting;

import org.jspecify.annotations.NullMarked;
