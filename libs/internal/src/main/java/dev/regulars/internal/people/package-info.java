/** How a service finds people by what a request names them with. */
@NullMarked
package dev.regulars.internal.people;

import org.jspecify.annotations.NullMarked;
