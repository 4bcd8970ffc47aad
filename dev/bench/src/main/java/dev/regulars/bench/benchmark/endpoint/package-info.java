/** Webhooks to many endpoints, some of which do not work. */
@NullMarked
package dev.regulars.bench.benchmark.endpoint;

import org.jspecify.annotations.NullMarked;
