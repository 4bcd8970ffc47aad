/** Container images of what is built, as tar files. */
@NullMarked
package dev.regulars.images;

import org.jspecify.annotations.NullMarked;
