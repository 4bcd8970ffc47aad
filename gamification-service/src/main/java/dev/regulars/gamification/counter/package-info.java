/** What members do, counted and rewarded: messages, replies, reactions, visits and time. */
@NullMarked
package dev.regulars.gamification.counter;

import org.jspecify.annotations.NullMarked;
