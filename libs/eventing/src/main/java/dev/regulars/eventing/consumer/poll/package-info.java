/** The loop that polls a topic for a group, and where it begins. */
@NullMarked
package dev.regulars.eventing.consumer.poll;

import org.jspecify.annotations.NullMarked;
