/** Communities and who belongs to them. */
@NullMarked
package dev.regulars.community;

import org.jspecify.annotations.NullMarked;
