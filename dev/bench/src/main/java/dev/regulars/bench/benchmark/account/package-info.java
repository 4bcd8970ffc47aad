/** What people do with their accounts: they log in, stay logged in, and look at themselves. */
@NullMarked
package dev.regulars.bench.benchmark.account;

import org.jspecify.annotations.NullMarked;
