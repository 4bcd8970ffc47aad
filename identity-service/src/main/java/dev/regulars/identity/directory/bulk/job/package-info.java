/** Bulk jobs, their parts, and the outcomes of their rows. */
@NullMarked
package dev.regulars.identity.directory.bulk.job;

import org.jspecify.annotations.NullMarked;
