/** How one trace reaches from a request to all that comes of it. */
@NullMarked
package dev.regulars.web.trace;

import org.jspecify.annotations.NullMarked;
