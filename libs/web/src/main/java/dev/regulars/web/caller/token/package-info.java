/** Verification of internal tokens, and the refusal of those that fail. */
@NullMarked
package dev.regulars.web.caller.token;

import org.jspecify.annotations.NullMarked;
