/** Who is who in a community, as identity tells it. */
@NullMarked
package dev.regulars.webhook.people;

import org.jspecify.annotations.NullMarked;
