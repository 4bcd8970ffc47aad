/** What strangers learn from how long an answer takes, and whether many of them spoil it for everybody else. */
@NullMarked
package dev.regulars.faults.timing;

import org.jspecify.annotations.NullMarked;
