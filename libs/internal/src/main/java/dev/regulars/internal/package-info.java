/** How one service reaches another. */
@NullMarked
package dev.regulars.internal;

import org.jspecify.annotations.NullMarked;
