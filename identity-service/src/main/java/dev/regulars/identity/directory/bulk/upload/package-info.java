/** Bulk operations: files that import, update or pay many members. */
@NullMarked
package dev.regulars.identity.directory.bulk.upload;

import org.jspecify.annotations.NullMarked;
