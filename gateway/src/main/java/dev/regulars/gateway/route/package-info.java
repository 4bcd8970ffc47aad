/** Routing: which service a path belongs to. */
@NullMarked
package dev.regulars.gateway.route;

import org.jspecify.annotations.NullMarked;
