/** The public HTTP server: its connections, and the check of every request before it is proxied. */
@NullMarked
package dev.regulars.gateway.server;

import org.jspecify.annotations.NullMarked;
