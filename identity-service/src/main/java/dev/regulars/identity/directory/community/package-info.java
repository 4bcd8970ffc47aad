/** Client for community-service. */
@NullMarked
package dev.regulars.identity.directory.community;

import org.jspecify.annotations.NullMarked;
