/** What must hold once everything has come to rest. */
@NullMarked
package dev.regulars.faults.check;

import org.jspecify.annotations.NullMarked;
