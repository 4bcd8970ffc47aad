/** Constraints that many requests have, each with its own words. */
@NullMarked
package dev.regulars.web.validation;

import org.jspecify.annotations.NullMarked;
