/** Login, and the tokens it answers. */
@NullMarked
package dev.regulars.identity.session;

import org.jspecify.annotations.NullMarked;
