/** The operations of the API as tools of the Model Context Protocol, under the caller's own credential. */
@NullMarked
package dev.regulars.gateway.mcp;

import org.jspecify.annotations.NullMarked;
