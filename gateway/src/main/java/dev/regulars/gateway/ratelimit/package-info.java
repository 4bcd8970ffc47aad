/** How many requests one caller may send. */
@NullMarked
package dev.regulars.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
