/** Communities, which the API calls servers. */
@NullMarked
package dev.regulars.community.server;

import org.jspecify.annotations.NullMarked;
