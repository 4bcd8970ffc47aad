/** What a spin draws: pure functions that anybody can compute again, as docs/verify-spin.py does. */
@NullMarked
package dev.regulars.gamification.wheel.draw;

import org.jspecify.annotations.NullMarked;
