/** The topics a service writes and reads exist before it needs them. */
@NullMarked
package dev.regulars.eventing.topic;

import org.jspecify.annotations.NullMarked;
