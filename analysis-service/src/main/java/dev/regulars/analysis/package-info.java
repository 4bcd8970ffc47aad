/** Chart analyses with their drawings, and what a community's loyalty programme achieves. */
@NullMarked
package dev.regulars.analysis;

import org.jspecify.annotations.NullMarked;
