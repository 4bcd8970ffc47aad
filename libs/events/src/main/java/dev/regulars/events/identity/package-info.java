/** The events of identity-service. */
@NullMarked
package dev.regulars.events.identity;

import org.jspecify.annotations.NullMarked;
