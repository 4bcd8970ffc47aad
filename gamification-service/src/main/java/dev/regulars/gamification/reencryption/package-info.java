/** Re-encryption of stored secrets after a rotation of the master key. */
@NullMarked
package dev.regulars.gamification.reencryption;

import org.jspecify.annotations.NullMarked;
