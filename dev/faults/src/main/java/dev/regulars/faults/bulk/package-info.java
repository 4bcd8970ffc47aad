/** A large bulk file that is applied while replicas are killed. */
@NullMarked
package dev.regulars.faults.bulk;

import org.jspecify.annotations.NullMarked;
