/** Rotation of secrets and keys (contract 4.5). */
@NullMarked
package dev.regulars.webhook.subscription.rotation;

import org.jspecify.annotations.NullMarked;
