/** A message as callers see it. */
@NullMarked
package dev.regulars.messaging.message.view;

import org.jspecify.annotations.NullMarked;
