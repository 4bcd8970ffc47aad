/** What accounts ask of communities and their members; the directory answers. */
@NullMarked
package dev.regulars.identity.access;

import org.jspecify.annotations.NullMarked;
