/** An upload: the image, its part in a call's fingerprint, and how many a caller made. */
@NullMarked
package dev.regulars.media.upload;

import org.jspecify.annotations.NullMarked;
