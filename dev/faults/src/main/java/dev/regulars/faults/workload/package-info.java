/** Fixed amounts of work, such as a sale, during which named processes are killed, and what must hold afterwards. */
@NullMarked
package dev.regulars.faults.workload;

import org.jspecify.annotations.NullMarked;
