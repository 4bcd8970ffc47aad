/** URLs of endpoints, parsed strictly. */
@NullMarked
package dev.regulars.webhook.endpoint.url;

import org.jspecify.annotations.NullMarked;
