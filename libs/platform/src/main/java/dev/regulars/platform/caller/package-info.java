/** Who calls, and whether they may. */
@NullMarked
package dev.regulars.platform.caller;

import org.jspecify.annotations.NullMarked;
