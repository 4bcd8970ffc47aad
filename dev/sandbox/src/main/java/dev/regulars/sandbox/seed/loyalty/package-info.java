/** Points, games, streaks and rewards of the demo community. */
@NullMarked
package dev.regulars.sandbox.seed.loyalty;

import org.jspecify.annotations.NullMarked;
