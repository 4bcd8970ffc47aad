/** Headers that all services understand: request ids, entity tags, what gateway and services tell each other. */
@NullMarked
package dev.regulars.web.http;

import org.jspecify.annotations.NullMarked;
