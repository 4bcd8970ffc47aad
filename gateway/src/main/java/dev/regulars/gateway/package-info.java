/** The front door: which service a call is for, and who sends it. Knows no business word. */
@NullMarked
package dev.regulars.gateway;

import org.jspecify.annotations.NullMarked;
