/** Products as requests describe them, as JSON or CSV. */
@NullMarked
package dev.regulars.rewards.product.body;

import org.jspecify.annotations.NullMarked;
