/** Sends a sample at once. */
@NullMarked
package dev.regulars.webhook.testsend;

import org.jspecify.annotations.NullMarked;
