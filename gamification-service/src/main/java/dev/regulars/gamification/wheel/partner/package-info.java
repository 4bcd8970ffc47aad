/** The wheel as partner systems see it: logs, stats and corrections by e-mail address. */
@NullMarked
package dev.regulars.gamification.wheel.partner;

import org.jspecify.annotations.NullMarked;
