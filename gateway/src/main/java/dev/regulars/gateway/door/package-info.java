/** The path of a request through the gateway, as one list. */
@NullMarked
package dev.regulars.gateway.door;

import org.jspecify.annotations.NullMarked;
