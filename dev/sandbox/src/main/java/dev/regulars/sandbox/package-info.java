/** The whole suite on this machine, by one command. */
@NullMarked
package dev.regulars.sandbox;

import org.jspecify.annotations.NullMarked;
