/** Secrets: made, hashed, and encrypted where they must be read again. */
@NullMarked
package dev.regulars.crypto;

import org.jspecify.annotations.NullMarked;
