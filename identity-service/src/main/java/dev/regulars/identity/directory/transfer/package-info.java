/** Handing a community over to another member. */
@NullMarked
package dev.regulars.identity.directory.transfer;

import org.jspecify.annotations.NullMarked;
