/** Which roles members have, as community-service tells. */
@NullMarked
package dev.regulars.gamification.rule.role;

import org.jspecify.annotations.NullMarked;
