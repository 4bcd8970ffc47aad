/** What a caller brings, traded for an internal token. */
@NullMarked
package dev.regulars.gateway.trade;

import org.jspecify.annotations.NullMarked;
