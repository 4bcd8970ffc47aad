/** Decoding of untrusted images within bounds. */
@NullMarked
package dev.regulars.media.image.decoder;

import org.jspecify.annotations.NullMarked;
