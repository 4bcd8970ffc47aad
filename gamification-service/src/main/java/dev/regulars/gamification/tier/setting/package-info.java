/** The tiers of a community and the rule by which members rise and fall. */
@NullMarked
package dev.regulars.gamification.tier.setting;

import org.jspecify.annotations.NullMarked;
