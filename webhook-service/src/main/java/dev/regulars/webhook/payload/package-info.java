/** Partner-facing event names and payloads (contract 4.1). */
@NullMarked
package dev.regulars.webhook.payload;

import org.jspecify.annotations.NullMarked;
