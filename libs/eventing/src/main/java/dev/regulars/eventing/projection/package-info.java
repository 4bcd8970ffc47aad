/** What a service keeps of others, brought up to date with batches of their events. */
@NullMarked
package dev.regulars.eventing.projection;

import org.jspecify.annotations.NullMarked;
