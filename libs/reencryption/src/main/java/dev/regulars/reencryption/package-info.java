/** What services keep under the master key, and how one key follows another there. */
@NullMarked
package dev.regulars.reencryption;

import org.jspecify.annotations.NullMarked;
