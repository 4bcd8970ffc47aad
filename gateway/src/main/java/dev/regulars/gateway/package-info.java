/** The API gateway: finds the service of a request, exchanges its credential for an internal token and forwards it. */
@NullMarked
package dev.regulars.gateway;

import org.jspecify.annotations.NullMarked;
