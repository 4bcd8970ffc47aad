/** Changes of callers, as identity-service tells them. */
@NullMarked
package dev.regulars.callers;

import org.jspecify.annotations.NullMarked;
