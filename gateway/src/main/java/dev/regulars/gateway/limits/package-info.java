/** Bounds that keep the gateway alive beside slow, broken or hostile clients and services. */
@NullMarked
package dev.regulars.gateway.limits;

import org.jspecify.annotations.NullMarked;
