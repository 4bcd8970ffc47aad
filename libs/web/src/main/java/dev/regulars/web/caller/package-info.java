/** Who calls which operation, and whether they may. */
@NullMarked
package dev.regulars.web.caller;

import org.jspecify.annotations.NullMarked;
