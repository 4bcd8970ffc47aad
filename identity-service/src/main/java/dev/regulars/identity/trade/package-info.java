/** What a caller brings, for the internal token that services understand. */
@NullMarked
package dev.regulars.identity.trade;

import org.jspecify.annotations.NullMarked;
