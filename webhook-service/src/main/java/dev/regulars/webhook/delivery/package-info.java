/** What has to reach a receiver, and how it gets there. */
@NullMarked
package dev.regulars.webhook.delivery;

import org.jspecify.annotations.NullMarked;
