/** Bulk operations: files that import, update or pay many members. */
@NullMarked
package dev.regulars.identity.directory.bulk;

import org.jspecify.annotations.NullMarked;
