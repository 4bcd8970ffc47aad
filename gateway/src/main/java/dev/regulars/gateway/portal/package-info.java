/** Pages for developers, which the gateway serves itself. */
@NullMarked
package dev.regulars.gateway.portal;

import org.jspecify.annotations.NullMarked;
