/** Those the suite is held against. */
@NullMarked
package dev.regulars.bench.peer;

import org.jspecify.annotations.NullMarked;
