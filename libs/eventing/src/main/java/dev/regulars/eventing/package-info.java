/** What documents, events and consumers have in common. */
@NullMarked
package dev.regulars.eventing;

import org.jspecify.annotations.NullMarked;
