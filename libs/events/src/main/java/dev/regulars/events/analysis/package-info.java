/** What analysis-service tells. */
@NullMarked
package dev.regulars.events.analysis;

import org.jspecify.annotations.NullMarked;
