/** The call of an operation: its name, arguments and idempotency key, noted before the method runs. */
@NullMarked
package dev.regulars.web.operation.call;

import org.jspecify.annotations.NullMarked;
