/** Tags that owners and admins put on members. */
@NullMarked
package dev.regulars.identity.directory.tag;

import org.jspecify.annotations.NullMarked;
