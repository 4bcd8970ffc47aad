/** The folder, ports and addresses of a sandbox. */
@NullMarked
package dev.regulars.sandbox.home;

import org.jspecify.annotations.NullMarked;
