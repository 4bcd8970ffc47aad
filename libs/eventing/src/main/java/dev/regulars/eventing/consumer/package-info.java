/** How a consumer takes an event. */
@NullMarked
package dev.regulars.eventing.consumer;

import org.jspecify.annotations.NullMarked;
