/** The directory built up anew from what the owners of its parts say. */
@NullMarked
package dev.regulars.identity.directory.rebuild;

import org.jspecify.annotations.NullMarked;
