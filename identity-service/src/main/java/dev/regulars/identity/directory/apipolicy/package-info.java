/** Which web pages may call the API for a community, and how often it may be called, as community-service says. */
@NullMarked
package dev.regulars.identity.directory.apipolicy;

import org.jspecify.annotations.NullMarked;
