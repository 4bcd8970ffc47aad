/** Codes that buyers are given, encrypted under the master key. */
@NullMarked
package dev.regulars.rewards.product.voucher;

import org.jspecify.annotations.NullMarked;
