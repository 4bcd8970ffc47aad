/** Uploaded images and the messages that show them. */
@NullMarked
package dev.regulars.messaging.message.image;

import org.jspecify.annotations.NullMarked;
