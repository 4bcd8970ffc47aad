/** What gamification-service tells. */
@NullMarked
package dev.regulars.events.gamification;

import org.jspecify.annotations.NullMarked;
