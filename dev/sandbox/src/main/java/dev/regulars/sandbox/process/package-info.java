/** The processes of a sandbox: start, supervision and ordered stop. */
@NullMarked
package dev.regulars.sandbox.process;

import org.jspecify.annotations.NullMarked;
