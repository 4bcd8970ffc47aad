/** Headers that all services understand, and the request id. */
@NullMarked
package dev.regulars.web.http;

import org.jspecify.annotations.NullMarked;
