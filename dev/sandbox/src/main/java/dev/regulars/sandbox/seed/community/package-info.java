/** The demo community, step by step. */
@NullMarked
package dev.regulars.sandbox.seed.community;

import org.jspecify.annotations.NullMarked;
