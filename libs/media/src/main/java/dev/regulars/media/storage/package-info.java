/** Where the bytes are. */
@NullMarked
package dev.regulars.media.storage;

import org.jspecify.annotations.NullMarked;
