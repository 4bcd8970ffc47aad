/** Access to collections that is bound to one community. */
@NullMarked
package dev.regulars.eventing.tenant;

import org.jspecify.annotations.NullMarked;
