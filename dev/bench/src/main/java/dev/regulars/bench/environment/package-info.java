/** What is measured on: the suite, its people, processes of the bench's own. */
@NullMarked
package dev.regulars.bench.environment;

import org.jspecify.annotations.NullMarked;
