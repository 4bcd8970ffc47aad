/** How a consumer takes an event. */
@NullMarked
package dev.regulars.eventing.intake;

import org.jspecify.annotations.NullMarked;
