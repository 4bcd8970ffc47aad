/** What rewards-service tells the others. */
@NullMarked
package dev.regulars.events.rewards;

import org.jspecify.annotations.NullMarked;
