/** The peers that the suite is compared with. */
@NullMarked
package dev.regulars.bench.peer;

import org.jspecify.annotations.NullMarked;
