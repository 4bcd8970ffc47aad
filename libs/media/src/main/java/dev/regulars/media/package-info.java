/** Images that people upload: checked, re-encoded, stored, served under an address that may expire, and removed when nothing names them. */
@NullMarked
package dev.regulars.media;

import org.jspecify.annotations.NullMarked;
