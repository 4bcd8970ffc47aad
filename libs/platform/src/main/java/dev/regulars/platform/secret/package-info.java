/** Secrets: made, hashed, and encrypted where they must be read again. */
@NullMarked
package dev.regulars.platform.secret;

import org.jspecify.annotations.NullMarked;
