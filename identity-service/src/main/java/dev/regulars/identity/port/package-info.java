/** What accounts ask of communities and their members; the directory answers. */
@NullMarked
package dev.regulars.identity.port;

import org.jspecify.annotations.NullMarked;
