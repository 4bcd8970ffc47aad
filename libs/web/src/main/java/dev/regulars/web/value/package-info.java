/** Small types that many requests and answers have. */
@NullMarked
package dev.regulars.web.value;

import org.jspecify.annotations.NullMarked;
