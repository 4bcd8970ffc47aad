/** One document, written with its event or without it. */
@NullMarked
package dev.regulars.bench.writer;

import org.jspecify.annotations.NullMarked;
