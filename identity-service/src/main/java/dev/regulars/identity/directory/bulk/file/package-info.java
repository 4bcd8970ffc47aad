/** CSV files: those that are uploaded, and those that are downloaded. */
@NullMarked
package dev.regulars.identity.directory.bulk.file;

import org.jspecify.annotations.NullMarked;
