/** Bodies of deliveries that have a shape of their own (contract 4.1). */
@NullMarked
package dev.regulars.webhook.payload.body;

import org.jspecify.annotations.NullMarked;
