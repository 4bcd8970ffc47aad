/** Starts each real part on this machine: MongoDB, Kafka, a mail server. Tests, sandbox and benchmarks share it. */
@NullMarked
package dev.regulars.local;

import org.jspecify.annotations.NullMarked;
