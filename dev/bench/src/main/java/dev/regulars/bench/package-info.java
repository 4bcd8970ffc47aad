/** What the suite costs, measured beside its peers. */
@NullMarked
package dev.regulars.bench;

import org.jspecify.annotations.NullMarked;
