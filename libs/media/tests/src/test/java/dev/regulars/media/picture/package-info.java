/** A service that keeps pictures, for tests. */
@NullMarked
package dev.regulars.media.picture;

import org.jspecify.annotations.NullMarked;
