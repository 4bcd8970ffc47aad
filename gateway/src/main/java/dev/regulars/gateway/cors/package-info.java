/** Which web pages may call the API and read its answers (Fetch standard). */
@NullMarked
package dev.regulars.gateway.cors;

import org.jspecify.annotations.NullMarked;
