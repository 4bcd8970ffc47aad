/** How each family of the public API says yes and no. */
@NullMarked
package dev.regulars.platform.dialect;

import org.jspecify.annotations.NullMarked;
