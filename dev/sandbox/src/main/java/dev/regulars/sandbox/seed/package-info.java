/** The demo data, created through the public API only. */
@NullMarked
package dev.regulars.sandbox.seed;

import org.jspecify.annotations.NullMarked;
