/** What partners want to be told of, and where. */
@NullMarked
package dev.regulars.webhook.subscription;

import org.jspecify.annotations.NullMarked;
