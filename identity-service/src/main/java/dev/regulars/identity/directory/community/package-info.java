/** Communities and memberships that community-service owns: a client for it, and what is kept of communities. */
@NullMarked
package dev.regulars.identity.directory.community;

import org.jspecify.annotations.NullMarked;
