/** What services keep under the master key, and how one key follows another there. */
@NullMarked
package dev.regulars.secrets;

import org.jspecify.annotations.NullMarked;
