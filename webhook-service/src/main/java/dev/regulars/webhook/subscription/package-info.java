/** Subscriptions: which endpoint receives which events of a community. */
@NullMarked
package dev.regulars.webhook.subscription;

import org.jspecify.annotations.NullMarked;
