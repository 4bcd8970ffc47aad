/** Records whose effect fails wait here by key, so that the others of their partition go on. */
@NullMarked
package dev.regulars.eventing.consumer.parking;

import org.jspecify.annotations.NullMarked;
