/** What partners read: the names and bodies of events in their dialect. */
@NullMarked
package dev.regulars.webhook.payload;

import org.jspecify.annotations.NullMarked;
