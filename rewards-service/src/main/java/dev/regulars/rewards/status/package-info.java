/** The redemption statuses of a community. */
@NullMarked
package dev.regulars.rewards.status;

import org.jspecify.annotations.NullMarked;
