/** The keys that sign tokens, and who may check them. */
@NullMarked
package dev.regulars.identity.signing;

import org.jspecify.annotations.NullMarked;
