/** Another code, another password: for who has lost the way into an account, and for who wants another one. */
@NullMarked
package dev.regulars.identity.recovery;

import org.jspecify.annotations.NullMarked;
