/** The encryption of a subscription, as callers configure it. */
@NullMarked
package dev.regulars.webhook.subscription.api.encryption;

import org.jspecify.annotations.NullMarked;
