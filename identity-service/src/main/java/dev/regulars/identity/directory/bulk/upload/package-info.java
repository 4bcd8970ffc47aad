/** Takes in the files of bulk operations. */
@NullMarked
package dev.regulars.identity.directory.bulk.upload;

import org.jspecify.annotations.NullMarked;
