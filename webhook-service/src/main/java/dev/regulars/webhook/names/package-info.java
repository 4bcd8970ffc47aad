/** Projection of the names of channels and roles, fed by community-service. */
@NullMarked
package dev.regulars.webhook.names;

import org.jspecify.annotations.NullMarked;
