/** What can be refused, in words that know nothing of HTTP. */
@NullMarked
package dev.regulars.web.refusal;

import org.jspecify.annotations.NullMarked;
