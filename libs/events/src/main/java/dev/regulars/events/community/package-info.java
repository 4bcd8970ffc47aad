/** The events of community-service. */
@NullMarked
package dev.regulars.events.community;

import org.jspecify.annotations.NullMarked;
