/** How a message is closed and signed, so that only its receiver can read it and knows whom it is from. */
@NullMarked
package dev.regulars.webhook.envelope;

import org.jspecify.annotations.NullMarked;
