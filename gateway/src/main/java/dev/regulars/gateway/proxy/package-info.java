/** The reverse proxy: the interceptors that a request passes on its way to a service and back. */
@NullMarked
package dev.regulars.gateway.proxy;

import org.jspecify.annotations.NullMarked;
