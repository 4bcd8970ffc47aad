/** Encryption of delivery bodies (contract 4.2). */
@NullMarked
package dev.regulars.webhook.encryption;

import org.jspecify.annotations.NullMarked;
