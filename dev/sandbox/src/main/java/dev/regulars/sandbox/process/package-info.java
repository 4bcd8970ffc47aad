/** The processes of a sandbox: started together, watched, ended in order. */
@NullMarked
package dev.regulars.sandbox.process;

import org.jspecify.annotations.NullMarked;
