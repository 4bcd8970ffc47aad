/** A mailed code besides the password, for those who want it. */
@NullMarked
package dev.regulars.identity.factor;

import org.jspecify.annotations.NullMarked;
