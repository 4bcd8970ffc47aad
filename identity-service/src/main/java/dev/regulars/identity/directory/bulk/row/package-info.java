/** What a row of a bulk file says, and what is to be done with it. */
@NullMarked
package dev.regulars.identity.directory.bulk.row;

import org.jspecify.annotations.NullMarked;
