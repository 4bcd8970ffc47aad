/** What community-service tells the world. */
@NullMarked
package dev.regulars.events.community;

import org.jspecify.annotations.NullMarked;
