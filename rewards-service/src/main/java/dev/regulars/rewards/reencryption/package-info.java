/** Re-encryption of stored codes after a rotation of the master key. */
@NullMarked
package dev.regulars.rewards.reencryption;

import org.jspecify.annotations.NullMarked;
