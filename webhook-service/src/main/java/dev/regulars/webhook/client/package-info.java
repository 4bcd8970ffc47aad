/** The HTTP client that calls partner endpoints, and when it calls again. */
@NullMarked
package dev.regulars.webhook.client;

import org.jspecify.annotations.NullMarked;
