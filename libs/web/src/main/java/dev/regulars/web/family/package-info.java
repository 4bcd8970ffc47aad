/** How each family of the public API says yes and no. */
@NullMarked
package dev.regulars.web.family;

import org.jspecify.annotations.NullMarked;
