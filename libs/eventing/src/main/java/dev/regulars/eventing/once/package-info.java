/** How a call is done once, however often it comes. */
@NullMarked
package dev.regulars.eventing.once;

import org.jspecify.annotations.NullMarked;
