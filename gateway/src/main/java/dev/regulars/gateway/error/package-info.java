/** The refusals of the gateway itself. */
@NullMarked
package dev.regulars.gateway.error;

import org.jspecify.annotations.NullMarked;
