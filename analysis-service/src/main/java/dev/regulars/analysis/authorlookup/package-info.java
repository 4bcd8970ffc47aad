/** Members as the authors of analyses, found by the name that a request gives them. */
@NullMarked
package dev.regulars.analysis.authorlookup;

import org.jspecify.annotations.NullMarked;
