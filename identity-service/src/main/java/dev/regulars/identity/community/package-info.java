/** What identity-service asks community-service. */
@NullMarked
package dev.regulars.identity.community;

import org.jspecify.annotations.NullMarked;
