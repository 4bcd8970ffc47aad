/** The host name of a community, and how it proves that the name is its own. */
@NullMarked
package dev.regulars.community.server.domain;

import org.jspecify.annotations.NullMarked;
