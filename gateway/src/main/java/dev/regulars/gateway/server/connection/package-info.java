/** Connections: how many, how long, and in which protocol. */
@NullMarked
package dev.regulars.gateway.server.connection;

import org.jspecify.annotations.NullMarked;
