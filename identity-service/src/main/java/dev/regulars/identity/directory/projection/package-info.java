/** How the directory follows what other services own of members. */
@NullMarked
package dev.regulars.identity.directory.projection;

import org.jspecify.annotations.NullMarked;
