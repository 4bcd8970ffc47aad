/** What identity-service tells the world. */
@NullMarked
package dev.regulars.events.identity;

import org.jspecify.annotations.NullMarked;
