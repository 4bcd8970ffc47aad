/** What the gateway answers itself, for developers. */
@NullMarked
package dev.regulars.gateway.portal;

import org.jspecify.annotations.NullMarked;
