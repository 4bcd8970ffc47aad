/** How one service reaches another. */
@NullMarked
package dev.regulars.platform.http;

import org.jspecify.annotations.NullMarked;
