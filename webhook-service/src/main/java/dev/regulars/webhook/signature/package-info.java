/** Standard Webhooks signatures (contract 4.5). */
@NullMarked
package dev.regulars.webhook.signature;

import org.jspecify.annotations.NullMarked;
