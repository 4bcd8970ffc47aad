/** What can be refused, in words that know nothing of HTTP. */
@NullMarked
package dev.regulars.platform.problem;

import org.jspecify.annotations.NullMarked;
