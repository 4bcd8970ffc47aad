/** Child processes and HTTP clients of the bench. */
@NullMarked
package dev.regulars.bench.process;

import org.jspecify.annotations.NullMarked;
