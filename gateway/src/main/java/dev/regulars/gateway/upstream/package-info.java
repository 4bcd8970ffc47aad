/** Replicas of services: which one takes a request, and when a service takes none. */
@NullMarked
package dev.regulars.gateway.upstream;

import org.jspecify.annotations.NullMarked;
