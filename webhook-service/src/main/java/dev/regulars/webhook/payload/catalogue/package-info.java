/** The catalogue of events, with schemas and samples. */
@NullMarked
package dev.regulars.webhook.payload.catalogue;

import org.jspecify.annotations.NullMarked;
