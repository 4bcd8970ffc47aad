/** Partner endpoints: URL rules, DNS, address policy and the HTTP client. */
@NullMarked
package dev.regulars.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
