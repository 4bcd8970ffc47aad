/** Benchmarks of accounts: login, refresh, profile. */
@NullMarked
package dev.regulars.bench.benchmark.account;

import org.jspecify.annotations.NullMarked;
