/** Decodes images of strangers within bounds of pixels, memory and time, and encodes them anew. */
@NullMarked
package dev.regulars.media.image;

import org.jspecify.annotations.NullMarked;
