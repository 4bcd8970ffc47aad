/** The channels that community-service owns, as far as analyses are published in them. */
@NullMarked
package dev.regulars.analysis.channel;

import org.jspecify.annotations.NullMarked;
