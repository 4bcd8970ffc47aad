/** How many pieces of a product are left, and who has reserved some. */
@NullMarked
package dev.regulars.rewards.product.stock;

import org.jspecify.annotations.NullMarked;
