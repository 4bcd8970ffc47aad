/** How memberships are agreed to, end, and come back. */
@NullMarked
package dev.regulars.identity.membership;

import org.jspecify.annotations.NullMarked;
