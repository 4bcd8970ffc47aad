/** Projection of member profiles, fed by identity-service. */
@NullMarked
package dev.regulars.webhook.people;

import org.jspecify.annotations.NullMarked;
