/** Orders: the steps from a purchase to its end, and what is shown of them. */
@NullMarked
package dev.regulars.rewards.order;

import org.jspecify.annotations.NullMarked;
