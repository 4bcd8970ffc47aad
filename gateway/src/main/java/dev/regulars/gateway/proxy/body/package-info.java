/** Bodies of requests and answers: limits, buffers, compression. */
@NullMarked
package dev.regulars.gateway.proxy.body;

import org.jspecify.annotations.NullMarked;
