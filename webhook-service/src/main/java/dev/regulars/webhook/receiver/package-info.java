/** Partners' endpoints: which of them may be called at all, and the call. */
@NullMarked
package dev.regulars.webhook.receiver;

import org.jspecify.annotations.NullMarked;
