/** API keys of communities. */
@NullMarked
package dev.regulars.identity.key;

import org.jspecify.annotations.NullMarked;
