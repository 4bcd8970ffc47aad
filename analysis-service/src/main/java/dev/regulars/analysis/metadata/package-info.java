/** What an analysis says in words and prices: metadata, levels, and the links in its texts. */
@NullMarked
package dev.regulars.analysis.metadata;

import org.jspecify.annotations.NullMarked;
